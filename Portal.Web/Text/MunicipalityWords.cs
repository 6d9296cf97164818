using System.Globalization;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Municipalities;

namespace Portal.Web.Text;

/// <summary>What pages say of municipalities beside each other.</summary>
public static class MunicipalityWords
{
    /// <summary>What groups of similar municipalities are called by their sources, before what they are similar in.</summary>
    private const string SimilarGroup = "Liknande kommuner";

    /// <summary>The likenesses that a reason names; one more is named too, since counting it would be no shorter.</summary>
    private const int MostNamed = 3;

    /// <summary>Said of a likeness that is about no one service.</summary>
    private const string Overall = "i stort";

    /// <summary>
    /// What a group of similar municipalities is similar in, out of its name: <c>Liknande kommuner äldreomsorg, Göteborg, 2024</c>
    /// is <c>äldreomsorg</c>. A name that is built otherwise is told as it is.
    /// </summary>
    public static string Likeness(string groupName, string municipalityName)
    {
        ArgumentNullException.ThrowIfNull(groupName);
        if (!groupName.StartsWith(SimilarGroup, StringComparison.OrdinalIgnoreCase))
            return groupName;
        var said = string.Join(' ', groupName[SimilarGroup.Length..]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != municipalityName && !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
        return said switch
        {
            "" or "övergripande" => Overall,
            "IFO" => "individ- och familjeomsorg",
            "LSS" => "stöd enligt LSS",
            "socioekonomi" => "sociala och ekonomiska villkor",
            _ => said,
        };
    }

    /// <summary>
    /// Why a municipality is suggested: <c>liknar Göteborg i stort, och när det gäller grundskola och äldreomsorg</c>. Of many likenesses
    /// the first three are named and the rest counted.
    /// </summary>
    public static string Reason(SimilarMunicipality similar, string municipalityName)
    {
        ArgumentNullException.ThrowIfNull(similar);
        var said = similar.Groups.Select(g => Likeness(g.GroupName ?? SimilarGroup, municipalityName)).Distinct(StringComparer.Ordinal).ToList();
        var services = said.FindAll(s => s != Overall);
        var overall = said.Count > services.Count;
        var of = Format.List(services.Count <= MostNamed + 1 ? services : [.. services.Take(MostNamed), $"{services.Count - MostNamed} områden till"]);
        return (overall, services.Count) switch
        {
            (true, 0) => $"liknar {municipalityName} {Overall}",
            (true, _) => $"liknar {municipalityName} {Overall}, och när det gäller {of}",
            _ => $"liknar {municipalityName} när det gäller {of}",
        };
    }

    /// <summary>The years that groups were drawn up for; empty where they stand.</summary>
    public static string Years(IEnumerable<SimilarMunicipality> similar) =>
        similar.SelectMany(s => s.Groups).Select(g => g.Period).OfType<int>().Distinct().ToList() is { Count: > 0 } years
            ? SurveyWords.Years(years)
            : "";

    /// <summary>Why a municipality has no figure of what another has one of.</summary>
    public static string Gap(CellGap? gap) => gap switch
    {
        null or CellGap.NotInRound => "frågan har inte ställts i kommunen",
        CellGap.OtherMunicipality => "undersökningen görs inte i kommunen",
        CellGap.NotInSurvey or CellGap.OtherService => "kommunen har inte varit med i undersökningen",
        CellGap.NotInSource => "källan har ingen uppgift om kommunen",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Not a gap."),
    };

    /// <summary>What stands beneath a figure: as in other comparisons, and the year of a newer figure that others lack.</summary>
    public static string Note(ComparedCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var note = FigureWords.CompareNote(cell.Figure);
        return cell.NewerPeriod is { } year ? $"{note}, nyare siffra finns, {Words.Period(year, cell.Figure.PeriodKind)}" : note;
    }

    /// <summary>How much there is to unfold: <c>svaren på 15 frågor</c>, <c>3 nyckeltal</c>.</summary>
    public static string Rows(int count, bool isSurvey) => isSurvey
        ? $"svaren på {Words.Count(count, "fråga", "frågor")}"
        : Words.Count(count, "nyckeltal", "nyckeltal");

    /// <summary>Who owns units, most common first: <c>210 kommunala, 45 privata, 3 utan uppgift om ägare</c>.</summary>
    public static string Owners(IEnumerable<UnitCount> counts) =>
        string.Join(", ", counts.Select(c => $"{Format.Number(c.Units)}{Format.NoBreakSpace}{Owner(c)}"));

    private static string Owner(UnitCount count)
    {
        if (count.Ownership is null)
            return "utan uppgift om ägare";
        var word = Words.Ownership(count.Ownership);
        return count.Units == 1 ? word : $"{word}a";
    }
}
