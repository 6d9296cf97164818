using Portal.Data.Model;
using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Units;
using Portal.Web.Text;

namespace Portal.Web.Pages.Units;

/// <summary>A unit as its page shows it.</summary>
public sealed class UnitView(UnitProfile.Result profile)
{
    /// <summary>Said beside a figure of a survey that has been held since.</summary>
    public const string Old = "äldre uppgift";

    /// <summary>The unit.</summary>
    public UnitFacts Unit { get; } = profile.Unit;

    /// <summary>Its other names.</summary>
    public IReadOnlyList<string> Aliases { get; } = profile.Aliases;

    /// <summary>Its figures that were corrected after they were published.</summary>
    public IReadOnlyList<EditionChange> Corrected { get; } = profile.Corrected;

    /// <summary>What has happened to it.</summary>
    public IReadOnlyList<UnitProfile.EventRow> Events { get; } = profile.Events;

    /// <summary>Its figures.</summary>
    public UnitResults Results { get; } = UnitResults.Of(profile);

    /// <summary>The sentence that the page is about: the newest overall result, or why there is none.</summary>
    public string Summary => Results.Headline is { } headline
        ? FigureWords.Sentence(headline)
        : HasResults
            ? "Ingen undersökning har en sammanfattande siffra för enheten. Svaren på varje fråga står nedan."
            : "Portalen har inga undersökningsresultat för enheten.";

    /// <summary>In what the unit certainly differs from the others of its municipality.</summary>
    public StandOuts StandOuts { get; } = StandOuts.Of(profile, UnitResults.Of(profile));

    /// <summary>A survey has figures of the unit, so that something could stand out.</summary>
    public bool HasResults => Results.Surveys.Any(s => s.NewestPeriod is not null);

    /// <summary>That the sentence's figure is an old one; null where it is not.</summary>
    public string? OldNote => Results.Headline is { } headline && profile.NewestRound(headline.Measure.SurveyId) is { } newest && headline.Newest.Period < newest
        ? $"Det är en {Old}. Undersökningen gjordes senast {Words.Period(newest, headline.Measure.PeriodKind)}, men då finns ingen sådan siffra för enheten."
        : null;

    /// <summary>The page's parts after the first, for the list of contents: what they are called and their ids.</summary>
    public IEnumerable<(string Name, string Id)> Parts =>
    [
        ("Fakta", "fakta"),
        ("Nyckeltal", "nyckeltalen"),
        .. Results.Surveys.Select((s, i) => (s.Survey.Name, SurveyId(i))),
    ];

    /// <summary>The id of a survey's part, by its place from 0.</summary>
    public static string SurveyId(int place) => $"undersokning-{Format.Number((long)place + 1)}";

    /// <summary>One sentence for search engines.</summary>
    public string Description => $"{Unit.Name}, {Unit.ServiceAreaName.ToLowerInvariant()} i {Unit.MunicipalityName}. {Summary}";

    /// <summary>The whole address on one line; null where the register does not say.</summary>
    public string? Address => string.Join(", ", new[] { Unit.Address, Unit.PostalCode }.Where(p => !string.IsNullOrWhiteSpace(p))) is { Length: > 0 } text
        ? text
        : null;

    /// <summary>Why the unit has no figures from a survey.</summary>
    public static string NotIn(SurveyResults survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var rounds = survey.Rounds.Count == 0 ? "" : $" ({Format.List([.. survey.Rounds.Select(r => Words.Period(r.Period, "round")).Order(StringComparer.Ordinal)])})";
        return $"Enheten har inte ingått i någon omgång{rounds}.";
    }

    /// <summary>An area in one line, so that its answers can be folded: <c>6 frågor. Andelen positiva svar är mellan 78 % och 92 %.</c></summary>
    public static string Range(AreaResults area)
    {
        ArgumentNullException.ThrowIfNull(area);
        var count = Words.Count(area.Questions.Count, "fråga", "frågor");
        var shown = area.Questions.Select(q => q.Newest).Where(f => f is { Value: not null, IsDoubtful: false, Kind: "share" or "mean" }).ToList();
        if (shown.Count == 0 || shown.DistinctBy(f => (f.Kind, f.ScaleHigh)).Count() > 1)
            return $"{count}.";
        var (low, high) = (Says(shown.MinBy(f => f.Value)!), Says(shown.MaxBy(f => f.Value)!));
        var what = shown[0].Kind == "share" ? "Andelen positiva svar" : "Medelbetyget";
        return low == high ? $"{count}. {what} är {high}." : $"{count}. {what} är mellan {low} och {high}.";

        static string Says(Figure figure) => figure.Kind == "mean" ? FigureWords.MeanValue(figure) : Words.Figure(figure);
    }

    /// <summary>When the survey is held again, as far as the source says.</summary>
    public static string Next(SurveyResults survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return survey.Survey.Cadence is { } cadence
            ? $"Källan publicerar nya uppgifter {cadence}. Tomma rutor kan fyllas då."
            : "Källan anger inte när nästa omgång kommer.";
    }
}
