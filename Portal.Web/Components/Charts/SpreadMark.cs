namespace Portal.Web.Components.Charts;

/// <summary>One of those that the reader has chosen, to be marked in a <see cref="SpreadStrip"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Says">Its figure in words, or why there is none.</param>
/// <param name="Value">Where its mark stands; null for no mark.</param>
public sealed record SpreadMark(string Name, string Says, double? Value);
