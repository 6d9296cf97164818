namespace Portal.Web.Components.Examples;

/// <summary>
/// A component in one of its states. The same examples are shown at <c>/-/komponenter</c> and feed the tests of markup,
/// accessibility and looks.
/// </summary>
/// <param name="Name">What the example shows, as a Swedish phrase: <c>skyddad siffra</c>.</param>
/// <param name="Parameters">The component's parameters, by their C# names.</param>
public sealed record ComponentExample(string Name, IReadOnlyDictionary<string, object?> Parameters);

/// <summary>A component with its examples.</summary>
/// <param name="Name">What the component is called, in Swedish.</param>
/// <param name="Component">The component.</param>
/// <param name="Examples">At least one.</param>
public sealed record ComponentExamples(string Name, Type Component, IReadOnlyList<ComponentExample> Examples);
