using Portal.Data.Queries.Measures;
using Portal.Web.Text;

namespace Portal.Web.Pages.Measures;

/// <summary>The list of measures as the page shows it: service areas, in them surveys and registers, in them questions.</summary>
/// <param name="Result">What came.</param>
/// <param name="ServiceArea">The service area that was asked for; null for all.</param>
public sealed record MeasureListView(MeasureList.Result Result, string? ServiceArea)
{
    /// <summary>The heading.</summary>
    public string Title => Result.ServiceAreas.FirstOrDefault(a => a.Id == ServiceArea) is { } area ? $"Frågor och nyckeltal: {area.Name}" : "Frågor och nyckeltal";

    /// <summary>Something made up is shown.</summary>
    public bool IsSample => Result.Measures.Any(m => m.Place.IsSample);

    /// <summary>The service areas that have measures; those of no service area last.</summary>
    public IEnumerable<(string Name, IEnumerable<Group> Groups)> Areas => Result.Measures
        .GroupBy(m => m.Place.ServiceAreaName)
        .Select(area => (area.Key ?? "Kommunen som helhet", area.GroupBy(Group.Of).Select(g => new Group(g.Key, [.. g]))));

    /// <summary>How many have a figure: <c>239 förskolor</c>, <c>12 kommuner</c>, each with its year where they differ.</summary>
    public static IEnumerable<string> Counts(MeasureList.Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Units is { } units)
            yield return units.Figures == 0 ? "ingen siffra visas: för få svar eller uppgift saknas" : MeasureWords.Units(units.Figures, item.Place.UnitWord);
        if (item.Municipalities is { Figures: > 0 } municipalities)
        {
            var year = item.Units is null || municipalities.Period == item.Units.Period ? "" : $" ({Words.Period(municipalities.Period, item.Measure.PeriodKind)})";
            yield return $"{MeasureWords.Municipalities(municipalities.Figures)}{year}";
        }
    }

    /// <summary>The year that a measure's page begins with.</summary>
    public static string Year(MeasureList.Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Words.Period((item.Units ?? item.Municipalities)?.Period ?? 0, item.Measure.PeriodKind);
    }

    /// <summary>A survey's measures, or a register's.</summary>
    /// <param name="Name">The survey's name, or the source's.</param>
    /// <param name="Items">At least one.</param>
    public sealed record Group(string Name, IReadOnlyList<MeasureList.Item> Items)
    {
        /// <summary>A survey's: its rows are questions.</summary>
        public bool IsSurvey => Items[0].Measure.SurveyId is not null;

        /// <summary>Who answered; null for a register.</summary>
        public string? Asked => Items[0].Measure.Asked;

        /// <summary>The rows by question area, in which a question stands once with all that is measured of it.</summary>
        public IEnumerable<(string? Name, IEnumerable<IReadOnlyList<MeasureList.Item>> Questions)> Areas => Items
            .GroupBy(i => i.Measure.Area)
            .Select(area => (area.Key, area
                .GroupBy(i => i.Measure.QuestionKey is { } key ? $"q{key}" : i.Measure.MeasureId, StringComparer.Ordinal)
                .Select(q => (IReadOnlyList<MeasureList.Item>)[.. q.OrderBy(i => i.Measure.Kind == "share" ? 0 : 1)])));

        /// <summary>The question has been worded otherwise since.</summary>
        public bool IsReplaced(MeasureRow measure) =>
            measure?.QuestionKey is { } key && Items.Any(i => i.Measure.ReplacesKey == key);

        internal static string Of(MeasureList.Item item) => item.Measure.SurveyName ?? item.Measure.SourceName;
    }
}
