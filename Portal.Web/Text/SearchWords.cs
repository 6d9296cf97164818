namespace Portal.Web.Text;

/// <summary>The kinds of things that a search finds.</summary>
public enum SearchKind
{
    /// <summary>Municipalities.</summary>
    Municipality,

    /// <summary>Units.</summary>
    Unit,

    /// <summary>Questions of surveys and indicators.</summary>
    Measure,

    /// <summary>Surveys.</summary>
    Survey,

    /// <summary>The portal's own pages.</summary>
    Page,
}

/// <summary>What the search says of what it finds.</summary>
public static class SearchWords
{
    /// <summary>A kind, as a heading.</summary>
    public static string Heading(SearchKind kind) => kind switch
    {
        SearchKind.Municipality => "Kommuner",
        SearchKind.Unit => "Enheter",
        SearchKind.Measure => "Frågor och nyckeltal",
        SearchKind.Survey => "Undersökningar",
        SearchKind.Page => "Om portalen",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    /// <summary>A kind as a word of an address on the page: <c>enheter</c>.</summary>
    public static string Anchor(SearchKind kind) => kind switch
    {
        SearchKind.Municipality => "kommuner",
        SearchKind.Unit => "enheter",
        SearchKind.Measure => "fragor",
        SearchKind.Survey => "undersokningar",
        SearchKind.Page => "sidor",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    /// <summary>
    /// What the link to the whole list says. Only the list of units can be narrowed to what was found; the others are of all
    /// there is.
    /// </summary>
    public static string All(SearchKind kind, int count) =>
        kind == SearchKind.Unit ? $"Visa alla {Count(kind, count)}" : $"Se hela listan: {Heading(kind).ToLowerInvariant()}";

    /// <summary>How much of a kind: <c>1 kommun</c>, <c>12 enheter</c>.</summary>
    public static string Count(SearchKind kind, int count) => kind switch
    {
        SearchKind.Municipality => Words.Count(count, "kommun", "kommuner"),
        SearchKind.Unit => Words.Count(count, "enhet", "enheter"),
        SearchKind.Measure => Words.Count(count, "fråga eller nyckeltal", "frågor eller nyckeltal"),
        SearchKind.Survey => Words.Count(count, "undersökning", "undersökningar"),
        SearchKind.Page => Words.Count(count, "sida om portalen", "sidor om portalen"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };
}
