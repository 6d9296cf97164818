using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Model;

namespace Portal.Tests.Nightly.Real;

/// <summary>
/// What the files of Göteborg's survey say should be published, worked out here from the rules and from nothing of the
/// importer's: a question is its wording; seven respondents are the floor, and
/// a sex is hidden where fewer than fourteen answered.
/// </summary>
internal sealed class RealSurvey
{
    private const int Floor = 7;
    private readonly Dictionary<string, Report> byId;

    public RealSurvey()
    {
        Reports = [.. RealFiles.Read("preschool/gbg_reports.csv").Select(r => new Report(
            r["report_id"], r["school_id"], int.Parse(r["year"], CultureInfo.InvariantCulture),
            (int?)RealFiles.Number(r["respondents"]), (int?)RealFiles.Number(r["invited"]), RealFiles.Number(r["response_rate_pct"]), r["source_pdf"]))];
        byId = Reports.ToDictionary(r => r.Id);
        Wordings = Questions();
        Means = RealFiles.Read("preschool/gbg_question_means.csv");
        Sexes = RealFiles.Read("preschool/gbg_gender_split.csv");
        Distributions = RealFiles.Read("preschool/gbg_response_distributions.csv");
    }

    public IReadOnlyList<Report> Reports { get; }

    /// <summary>A report by its id.</summary>
    public Report this[string id] => byId[id];

    /// <summary>The letters of the wording that a file's id means.</summary>
    public IReadOnlyDictionary<string, string> Wordings { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Means { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Sexes { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Distributions { get; }

    /// <summary>
    /// The reports that another id has too and whose figures stand on that id's unit: two ids that hold one report are one
    /// unit, save where the alias file keeps an id apart because its other rounds are about something else.
    /// </summary>
    public HashSet<string> CountedElsewhere(Dictionary<string, string> units) =>
        [.. Reports.GroupBy(r => (r.Document, r.Year))
            .Where(g => g.Select(r => units[r.School]).Distinct().Count() > 1)
            .SelectMany(g => g.Where(r => units[r.School].StartsWith("gbg-", StringComparison.Ordinal)))
            .Select(r => r.Id)];

    /// <summary>Every figure that the files give a report: a cell and what should stand in it.</summary>
    public IEnumerable<(Cell Cell, Expected Expected)> Figures()
    {
        foreach (var row in Means)
        {
            if (RealFiles.Number(row["mean_unit"]) is { } mean)
                yield return (Of(row, "mean", "T"), Shown(mean));
        }
        foreach (var row in Sexes)
        {
            if (RealFiles.Number(row["total"]) is { } all)
                yield return (Of(row, "share", "T"), Shown(all));
            foreach (var (column, sex) in new[] { ("girls", "K"), ("boys", "M") })
            {
                if (RealFiles.Number(row[column]) is { } share)
                    yield return (Of(row, "share", sex), byId[row["report_id"]].Respondents < 2 * Floor ? new Expected(ObservationState.Suppressed, null) : Shown(share));
            }
        }
    }

    /// <summary>Every distribution that the files give a report: the share of each answer, best first, null where the cell is empty.</summary>
    public IEnumerable<(Cell Cell, double?[] Shares)> Answers()
    {
        string[] columns = ["strongly_agree", "agree", "neither", "disagree", "strongly_disagree", "dont_know"];
        return Distributions.Select(row => (Of(row, "answers", "T"), columns.Select(c => RealFiles.Number(row[c])).ToArray()));
    }

    /// <summary>A wording's letters: what two files agree on when spaces, signs and capitals differ.</summary>
    public static string Letters(string wording) => string.Concat(wording.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private Cell Of(IReadOnlyDictionary<string, string> row, string kind, string sex)
    {
        var (report, question) = (row["report_id"], row["question_id"]);
        // From 2021 the digital tools are asked about by "Jag upplever att ..." (95); the split by sex kept the old id.
        return new Cell(report, Wordings[question == "16" && byId[report].Year >= 2021 ? "95" : question], kind, sex);
    }

    private static Expected Shown(double value) => new(ObservationState.Published, value);

    // The legend of a chart stands before some wordings, and some are cut off where the report breaks the line: a wording
    // of 25 letters or more that is the beginning of just one other is that other.
    private static Dictionary<string, string> Questions()
    {
        var letters = RealFiles.Read("preschool/gbg_questions.csv").ToDictionary(q => q["question_id"], q =>
        {
            var text = q["question"][(q["question"].LastIndexOf('…') + 1)..];
            return Letters(Regex.Replace(text, "^.*?(?=[Jj]ag är nöjd med mitt barns förskola)", "", RegexOptions.CultureInvariant));
        });
        var whole = letters.Values.Distinct().ToList();
        string Whole(string cut) => cut.Length < 25 ? cut
            : whole.Where(w => w.Length > cut.Length && w.StartsWith(cut, StringComparison.Ordinal)).OrderByDescending(w => w.Length).FirstOrDefault(cut);
        return letters.ToDictionary(l => l.Key, l => Whole(l.Value));
    }

    internal sealed record Report(string Id, string School, int Year, int? Respondents, int? Invited, double? Rate, string Document);

    internal sealed record Cell(string Report, string Wording, string Kind, string Sex);

    internal sealed record Expected(ObservationState State, double? Value);
}
