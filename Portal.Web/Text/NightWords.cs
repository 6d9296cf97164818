namespace Portal.Web.Text;

/// <summary>What is said of the nights: when they start, and which sources the last one did not reach.</summary>
public static class NightWords
{
    /// <summary>When the next night starts: the set hour, and no countdown, so that the page says the same whenever it is fetched.</summary>
    /// <param name="at">The hour in Sweden; null where the site starts no night itself.</param>
    public static string Starts(TimeOnly? at) => at is { } hour
        ? $"Nästa körning börjar {Format.Clock(hour)}, svensk tid, och så varje natt."
        : "Körningarna startas av den som driver portalen, på en tid som är vald där.";

    /// <summary>Which sources are as they were before the last night; null where none is.</summary>
    /// <param name="sources">Their names.</param>
    /// <param name="night">The last night's number; null where none has ended.</param>
    public static string? Old(IReadOnlyList<string> sources, int? night) => (sources, night) switch
    {
        ({ Count: 0 }, _) or (_, null) => null,
        ([var only], { } number) => $"{only} lästes inte i körning {Format.Number(number)}. Uppgifterna därifrån är från en tidigare körning.",
        (_, { } number) => $"Dessa källor lästes inte i körning {Format.Number(number)}, och uppgifterna därifrån är från en tidigare körning: {string.Join(", ", sources)}.",
    };
}
