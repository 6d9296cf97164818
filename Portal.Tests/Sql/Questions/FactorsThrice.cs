namespace Portal.Tests.Sql.Questions;

/// <summary>A question of three selects, to see whether they see the same.</summary>
internal static class FactorsThrice;
