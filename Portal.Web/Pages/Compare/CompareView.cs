using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Units;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Pages.Compare;

/// <summary>A comparison as the page shows it: the table and the sentences about it.</summary>
public sealed class CompareView(Comparison.Result found, CompareQuery query, UnitList.Result? matches = null)
{
    /// <summary>As many units are offered to add; with more the reader writes more of the name.</summary>
    public const int MostOffered = 8;

    // As many as three units can have.
    private const int MostPairsTold = 3;

    /// <summary>The units side by side.</summary>
    public ComparisonTable Table { get; } = ComparisonTable.Of(found);

    /// <summary>The units in the reader's order.</summary>
    public IReadOnlyList<UnitFacts> Units { get; } = found.Units;

    /// <summary>Their figures that were corrected after they were published.</summary>
    public IReadOnlyList<EditionChange> Corrected { get; } = found.Corrected;

    /// <summary>The units' names without the words that all have.</summary>
    public IReadOnlyList<string> Names { get; } = ShortNames.Of(
        [.. found.Units.Select(u => u.Name)], [.. found.Units.Select(u => u.MunicipalityName)], [.. found.Units.Select(u => u.Address)]);

    /// <summary>There are units enough to compare, and not too many.</summary>
    public bool IsComparable => Units.Count is >= 2 and <= Comparison.MostUnits;

    /// <summary>More units than can be read side by side.</summary>
    public bool IsTooMany => Units.Count > Comparison.MostUnits;

    /// <summary>There is room for one more.</summary>
    public bool HasRoom => Units.Count < Comparison.MostUnits;

    /// <summary>What the reader looks for to add; null where nothing is.</summary>
    public string? Search => query.Search;

    /// <summary>Units that the reader may have meant, with the comparison that has them too. Null where nothing is looked for.</summary>
    public IReadOnlyList<(UnitRow Unit, string Address)>? Offered { get; } = matches is null ? null :
        [.. matches.Rows.Where(r => found.Units.All(u => u.UnitId != r.SubjectId)).Take(MostOffered)
            .Select(r => (r, PortalLinks.Compare.Index([.. found.Units.Select(u => u.UnitId), r.SubjectId], important: query.Areas)))];

    /// <summary>The heading.</summary>
    public string Title => Units.Count switch
    {
        0 => "Jämför enheter",
        1 => $"Jämför {Units[0].Name} med andra",
        _ when IsTooMany => "Välj högst fem enheter att jämföra",
        _ => $"Jämför {Format.List(Names)}",
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
                return $"På {Format.Number((long)Table.Different.Count)} av {Questions(questions)} är skillnaden säker: {Higher()}.";
            if (Table.Alike.Count > 0)
                return $"På ingen av {Questions(questions)} är skillnaden säker. De skillnader som syns kan bero på slumpen.";
            return Table.HasSeveralServices
                ? $"Enheterna har olika verksamhet ({Format.List([.. Units.Select(u => u.ServiceAreaName).Distinct(StringComparer.Ordinal)])}) och har inga frågor gemensamt som går att jämföra."
                : $"Ingen av {Questions(questions)} går att jämföra. Varför står vid varje fråga.";
        }
    }

    /// <summary>The questions' areas in the surveys' order.</summary>
    public IReadOnlyList<string> Areas { get; } = AreasOf(found);

    /// <summary>Those of them that matter to the reader.</summary>
    public IReadOnlyList<string> Important { get; } = [.. AreasOf(found).Where(query.Areas.Contains)];

    /// <summary>What the reader says matters and no question here is about.</summary>
    public IReadOnlyList<string> UnknownAreas => [.. query.Areas.Except(Areas, StringComparer.Ordinal)];

    /// <summary>The questions: those that matter to the reader first, where any do.</summary>
    public IReadOnlyList<CompareSection> Sections => Important.Count == 0
        ? [new CompareSection(Table, _ => true, null)]
        :
        [
            new CompareSection(Table, m => m.Area is { } area && Important.Contains(area), "Det som är viktigast för dig", isImportant: true),
            new CompareSection(Table, m => m.Area is not { } area || !Important.Contains(area), "Övriga frågor"),
        ];

    /// <summary>What to ask each unit at a visit.</summary>
    public IReadOnlyList<VisitQuestions> Visit => VisitQuestions.Of(this);

    /// <summary>What is the same for all the units, as one line; null where nothing is.</summary>
    public string? SameForAll => Facts.Where(f => IsSame(f.Of)).Select(f => f.Of(Units[0])).OfType<string>().ToList() is { Count: > 0 } same
        ? $"Lika för alla: {string.Join(", ", same)}."
        : null;

    /// <summary>The facts in which the units differ.</summary>
    public IEnumerable<(string Name, Func<UnitFacts, string?> Of)> DifferentFacts => Facts.Where(f => !IsSame(f.Of));

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

    /// <summary>How many answered at a unit, in the round that most of its figures are of; empty where nothing is known.</summary>
    public string Basis(int place)
    {
        var basis = Cells(place)
            .Where(c => c.Figure is { Value: not null, Respondents: not null })
            .GroupBy(c => (c.Figure.Period, c.Figure.PeriodKind))
            .MaxBy(g => g.Count())?
            .MaxBy(c => c.Figure.Respondents)!.Figure;
        return basis is null
            ? ""
            : $"{Words.Respondents(basis.Respondents, basis.Invited, basis.ResponseRate)}, {Words.Period(basis.Period, basis.PeriodKind)}";
    }

    /// <summary>What a unit is: its owner, and its service and municipality where the units differ in them.</summary>
    public string What(UnitFacts unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var owner = Words.Ownership(unit.Ownership);
        var isAlike = Units.All(u => u.ServiceAreaId == unit.ServiceAreaId && u.MunicipalityCode == unit.MunicipalityCode);
        return isAlike ? Words.Capital(owner) : $"{unit.ServiceAreaName} i {unit.MunicipalityName}, {owner}";
    }

    /// <summary>Which round is compared and why, where some unit has newer figures; null where the newest are compared.</summary>
    public string? NewerLine
    {
        get
        {
            var newer = Names.Select((name, place) => (Name: name, Year: Cells(place).Max(c => c.NewerPeriod))).Where(n => n.Year is not null).ToList();
            return newer.Count == 0 ? null
                : "Jämförelsen gäller den nyaste omgång där flest av enheterna har siffror som går att jämföra. "
                    + $"Nyare siffror, från {Format.List([.. newer.Select(n => n.Year!.Value).Distinct().Order().Select(y => Words.Period(y, "round"))])}, "
                    + $"finns för {Format.List([.. newer.Select(n => n.Name)])}. De är preliminära, saknar antal svar eller finns inte för fler, och står på enheternas sidor.";
        }
    }

    /// <summary>The same comparison without a unit.</summary>
    public string Without(UnitFacts unit) =>
        PortalLinks.Compare.Index(Units.Where(u => u != unit).Select(u => u.UnitId), important: query.Areas);

    /// <summary>The list, with these units ticked, among units like the first.</summary>
    public string AddAddress => PortalLinks.Units.List(Units.Count == 0 ? null : new UnitListAddress
    {
        ServiceArea = Units[0].ServiceAreaId,
        Municipality = Units[0].MunicipalityCode,
        Picked = [.. Units.Select(u => u.UnitId)],
    });

    private static IReadOnlyList<string> AreasOf(Comparison.Result found) =>
        [.. found.Measures.Select(m => m.Area).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(string Name, Func<UnitFacts, string?> Of)> Facts =>
    [
        ("Verksamhet", u => u.ServiceAreaName),
        ("Kommun", u => u.MunicipalityName),
        ("Ägare", u => Words.Capital(Words.Ownership(u.Ownership))),
        ("Utförare", u => u.ProviderName),
        ("Adress", u => u.Address),
    ];

    private bool IsSame(Func<UnitFacts, string?> fact) => Units.Select(fact).Distinct(StringComparer.Ordinal).Count() == 1;

    private IEnumerable<ComparedCell> Cells(int place) =>
        Table.Different.Concat(Table.Alike).Concat(Table.Untested).Select(q => q.Cells[place]);

    // With many units every pair would fill the screen: then the two that differ in most questions, and the rest in the table.
    private string Higher()
    {
        var pairs = Table.Higher.Count > MostPairsTold ? Table.Higher.Take(2) : Table.Higher;
        var told = string.Join(". ", pairs.GroupBy(h => h.Higher).Select(unit =>
            $"{Name(unit.Key)} ligger högre än {Format.List([.. unit.Select(h => $"{Name(h.Lower)} ({Questions(h.Questions)})")])}"));
        return Table.Higher.Count > MostPairsTold ? $"{told}. Fler skillnader står i tabellen" : told;
    }

    private string Name(UnitFacts unit) => Names[Units.Index().First(u => u.Item == unit).Index];

    internal static string Questions(int count) => count == 1 ? "1 fråga" : $"{Format.Number((long)count)} frågor";
}
