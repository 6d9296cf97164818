namespace Portal.Web.Components.Navigation;

/// <summary>A step on the way from the start page.</summary>
/// <param name="Name">What the reader sees.</param>
/// <param name="Address">Where it leads.</param>
public sealed record Crumb(string Name, string Address);
