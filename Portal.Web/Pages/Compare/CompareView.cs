using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Units;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Pages.Compare;

/// <summary>A comparison as the page shows it: the table and the sentences about it.</summary>
public sealed class CompareView(Comparison.Result found)
{
    /// <summary>The units side by side.</summary>
    public ComparisonTable Table { get; } = ComparisonTable.Of(found);

    /// <summary>The units in the reader's order.</summary>
    public IReadOnlyList<UnitFacts> Units { get; } = found.Units;

    /// <summary>There are units enough to compare, and not too many.</summary>
    public bool IsComparable => Units.Count is >= 2 and <= Comparison.MostUnits;

    /// <summary>More units than can be read side by side.</summary>
    public bool IsTooMany => Units.Count > Comparison.MostUnits;

    /// <summary>The heading.</summary>
    public string Title => Units.Count switch
    {
        0 => "Jämför enheter",
        1 => $"Jämför {Units[0].Name} med andra",
        _ when IsTooMany => "Välj högst fem enheter att jämföra",
        _ => $"Jämför {Format.List([.. Units.Select(u => u.Name)])}",
    };

    /// <summary>What certainly differs, in one sentence.</summary>
    public string Summary
    {
        get
        {
            var questions = Table.QuestionCount;
            if (questions == 0)
                return "Ingen av enheterna har några undersökningsresultat. Det finns inga svar att jämföra.";
            if (Table.Different.Count > 0)
                return $"På {Count(Table.Different.Count)} av {Questions(questions)} är skillnaden säker: {Higher()}.";
            if (Table.Alike.Count > 0)
                return $"På ingen av {Questions(questions)} är skillnaden säker. De skillnader som syns kan bero på slumpen.";
            return Table.HasSeveralServices
                ? $"Enheterna har olika verksamhet ({Format.List([.. Units.Select(u => u.ServiceAreaName).Distinct(StringComparer.Ordinal)])}) och har inga frågor gemensamt som går att jämföra."
                : $"Ingen av {Questions(questions)} går att jämföra. Varför står vid varje fråga.";
        }
    }

    /// <summary>What is alike, in one line.</summary>
    public string AlikeLine => $"På {Questions(Table.Alike.Count)} finns ingen säker skillnad";

    /// <summary>What was not tested, in one line.</summary>
    public string UntestedLine => $"{Words.Capital(Questions(Table.Untested.Count))} går inte att jämföra";

    /// <summary>When empty cells may be filled, as far as the sources say: one sentence a survey.</summary>
    public IEnumerable<string> Next => Table.Different.Concat(Table.Alike).Concat(Table.Untested)
        .Select(q => q.Measure)
        .Select(m => m.Cadence is { } cadence
            ? $"{m.SurveyName}: nya uppgifter publiceras {cadence}."
            : $"{m.SurveyName}: källan anger inte när nästa omgång kommer.")
        .Distinct(StringComparer.Ordinal);

    /// <summary>Who gave the figures.</summary>
    public IEnumerable<string> Credits => Table.Figures.Where(f => !f.IsDerived && f.State is not null).Select(f => f.Credit)
        .Concat(Units.Select(u => u.Credit))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The same comparison without a unit.</summary>
    public string Without(UnitFacts unit) => PortalLinks.Compare.Index(Units.Where(u => u != unit).Select(u => u.UnitId));

    /// <summary>The list, with these units ticked, among units like the first.</summary>
    public string AddAddress => PortalLinks.Units.List(Units.Count == 0 ? null : new UnitListAddress
    {
        ServiceArea = Units[0].ServiceAreaId,
        Municipality = Units[0].MunicipalityCode,
        Picked = [.. Units.Select(u => u.UnitId)],
    });

    /// <summary>What can be said of one question: each verdict once, with the units that it is about.</summary>
    public IEnumerable<Verdict> Verdicts(ComparedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var certain = question.Pairs.Where(p => p.IsCertain)
            .Select(p => p.Outcome == PairOutcome.CertainlyHigher ? (Higher: p.First, Lower: p.Second) : (Higher: p.Second, Lower: p.First))
            .GroupBy(p => p.Higher)
            .Select(g => new Verdict(
                PairOutcome.CertainlyHigher, $"{Name(g.Key)} högre än {Format.List([.. g.Select(p => Name(p.Lower))])}"));
        var others = question.Pairs.Where(p => !p.IsCertain)
            .GroupBy(p => p.Outcome)
            .OrderBy(g => g.Key)
            .Select(g => new Verdict(g.Key, g.Count() == question.Pairs.Count ? null : About([.. g], question.Pairs.Count)));
        return certain.Concat(others);
    }

    private string About(IReadOnlyList<ComparedPair> pairs, int all) => pairs.Count == 1
        ? $"{Name(pairs[0].First)} och {Name(pairs[0].Second)}"
        : $"{pairs.Count} av {all} par";

    private string Higher() => string.Join("; ", Table.Higher.GroupBy(h => h.Higher).Select(unit =>
        $"{unit.Key.Name} ligger högre än {Format.List([.. unit.Select(h => $"{h.Lower.Name} ({Questions(h.Questions)})")])}"));

    private string Name(int place) => Units[place].Name;

    private static string Count(int count) => Format.Number((long)count);

    private static string Questions(int count) => count == 1 ? "1 fråga" : $"{Count(count)} frågor";
}

/// <summary>A verdict on a question.</summary>
/// <param name="Outcome">What can be said; a certain difference is told from the higher side.</param>
/// <param name="About">The units that it is about; null where it is about all.</param>
public sealed record Verdict(PairOutcome Outcome, string? About)
{
    /// <summary>The verdict in words.</summary>
    public string Text => About is null ? FigureWords.Outcome(Outcome) : $"{FigureWords.Outcome(Outcome)}: {About}";

    /// <summary>Its mark.</summary>
    public string Class => Outcome switch
    {
        PairOutcome.CertainlyHigher or PairOutcome.CertainlyLower => "app-difference app-difference--higher",
        PairOutcome.NoCertainDifference => "app-difference app-difference--none",
        _ => "app-difference app-difference--untested",
    };
}
