namespace Portal.Tests.Sql.Questions;

/// <summary>A question of the tests' own, with its file beside it.</summary>
internal static class FactorNames
{
    internal sealed record Factor
    {
        public string Name { get; init; } = "";
    }
}
