using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Municipalities;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Pages.Municipalities;

/// <summary>A comparison of municipalities as the page shows it: the table and the sentences about it.</summary>
public sealed class MunicipalityCompareView(
    MunicipalityComparison.Result found, MunicipalityTable table, MunicipalitySuggestions.Result suggestions)
{
    /// <summary>The municipalities side by side.</summary>
    public MunicipalityTable Table { get; } = table;

    /// <summary>The municipalities in the reader's order.</summary>
    public IReadOnlyList<ComparedMunicipality> Municipalities { get; } = found.Municipalities;

    /// <summary>Their figures that were corrected after they were published.</summary>
    public IReadOnlyList<EditionChange> Corrected { get; } = found.Corrected;

    /// <summary>Whom else to compare with.</summary>
    public MunicipalitySuggestions.Result Suggestions { get; } = suggestions;

    /// <summary>Their names, as the tables' heads.</summary>
    public IReadOnlyList<string> Names { get; } = [.. found.Municipalities.Select(m => m.Name)];

    /// <summary>Their codes.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. found.Municipalities.Select(m => m.Code)];

    /// <summary>There are municipalities enough to compare, and not too many.</summary>
    public bool IsComparable => Municipalities.Count is >= 2 and <= MunicipalityComparison.MostMunicipalities;

    /// <summary>More municipalities than can be read side by side.</summary>
    public bool IsTooMany => Municipalities.Count > MunicipalityComparison.MostMunicipalities;

    /// <summary>Anything that the page shows is made up.</summary>
    public bool IsSample => Municipalities.Any(m => m.IsSample) || (Municipalities.Count > 0 && !IsTooMany && Suggestions.ShowsSample);

    /// <summary>The heading.</summary>
    public string Title => Municipalities.Count switch
    {
        0 => "Jämför kommuner",
        1 => $"Jämför {Municipalities[0].Name} med andra",
        _ when IsTooMany => "Välj högst fem kommuner att jämföra",
        _ => $"Jämför {Format.List([.. Municipalities.Select(m => m.Name)])}",
    };

    /// <summary>What certainly differs, in one sentence.</summary>
    public string Summary
    {
        get
        {
            if (Table.SharedQuestions == 0)
                return "Kommunerna har inga undersökningsfrågor gemensamt. Fakta och nyckeltal går att läsa bredvid varandra.";
            if (Table.Different.Count > 0)
                return $"På {Format.Number(Table.Different.Count)} av {Questions(Table.SharedQuestions)} är skillnaden säker: {Higher()}.";
            return Table.Alike.Count > 0
                ? $"På ingen av {Questions(Table.SharedQuestions)} är skillnaden säker. De skillnader som syns kan bero på slumpen."
                : $"Ingen av {Questions(Table.SharedQuestions)} går att jämföra. Varför står vid varje fråga.";
        }
    }

    /// <summary>What is alike, in one line.</summary>
    public string AlikeLine => $"På {Questions(Table.Alike.Count)} finns ingen säker skillnad";

    /// <summary>What was not tested, in one line.</summary>
    public string UntestedLine => $"{Words.Capital(Questions(Table.Untested.Count))} går inte att jämföra";

    /// <summary>What only one has been asked: one line a survey and municipality, with the survey's id and the municipality.</summary>
    public IEnumerable<(string SurveyId, string SurveyName, ComparedMunicipality Only, string Questions)> Single => Table.Single
        .GroupBy(r => (r.Row.Measure.SurveyId, r.Row.Measure.SurveyName, Holder: r.Holders.First()))
        .Select(g => (g.Key.SurveyId!, g.Key.SurveyName!, Municipalities[g.Key.Holder], Questions(g.Count())));

    /// <summary>The service areas in which any of them has units.</summary>
    public IEnumerable<(string Id, string Name)> ServiceAreas => found.Units.Select(u => (u.ServiceAreaId, u.ServiceAreaName)).Distinct();

    /// <summary>A municipality's units of a service area by owner, most common first; empty where it has none.</summary>
    public IReadOnlyList<UnitCount> Units(string serviceAreaId, string code) =>
        [.. found.Units.Where(u => u.ServiceAreaId == serviceAreaId && u.MunicipalityCode == code)];

    /// <summary>Who gave the figures.</summary>
    public IEnumerable<string> Credits => Table.Figures.Where(f => !f.IsDerived && f.State is not null).Select(f => f.Credit)
        .Concat(Municipalities.Select(m => m.Credit))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The same comparison without a municipality.</summary>
    public string Without(ComparedMunicipality municipality) => PortalLinks.Municipalities.Compare(Codes.Where(c => c != municipality.Code));

    private string Higher() => string.Join(". ", Table.Different.SelectMany(r => r.Row.Pairs)
        .Where(p => p.IsCertain)
        .Select(HigherFirst)
        .GroupBy(p => p)
        .Select(g => (g.Key.Higher, g.Key.Lower, Questions: g.Count()))
        .OrderByDescending(p => p.Questions)
        .GroupBy(p => p.Higher)
        .Select(g => $"{Names[g.Key]} ligger högre än {Format.List([.. g.Select(p => $"{Names[p.Lower]} ({Questions(p.Questions)})")])}"));

    private static (int Higher, int Lower) HigherFirst(ComparedPair pair) =>
        pair.Outcome == PairOutcome.CertainlyHigher ? (pair.First, pair.Second) : (pair.Second, pair.First);

    private static string Questions(int count) => Words.Count(count, "fråga", "frågor");
}
