using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Measures;
using Portal.Web.Text;

namespace Portal.Web.Pages.Compare;

/// <summary>A part of the comparison's questions, with what differs first. The verdicts are those of the whole page.</summary>
public sealed class CompareSection(ComparisonTable table, Func<MeasureRow, bool> isIn, string? title, bool isImportant = false)
{
    /// <summary>The heading; null where the page has one part only.</summary>
    public string? Title => title;

    /// <summary>The reader has asked for just these: nothing of them is folded away.</summary>
    public bool IsImportant => isImportant;

    /// <summary>The questions in which at least one difference is certain.</summary>
    public IReadOnlyList<ComparedQuestion> Different { get; } = [.. table.Different.Where(q => isIn(q.Measure))];

    /// <summary>The questions in which differences were tested and none is certain.</summary>
    public IReadOnlyList<ComparedQuestion> Alike { get; } = [.. table.Alike.Where(q => isIn(q.Measure))];

    /// <summary>The questions in which no pair of units could be tested.</summary>
    public IReadOnlyList<ComparedQuestion> Untested { get; } = [.. table.Untested.Where(q => isIn(q.Measure))];

    /// <summary>What is alike, in one line.</summary>
    public string AlikeLine => $"På {CompareView.Questions(Alike.Count)} finns ingen säker skillnad";

    /// <summary>What was not tested, in one line.</summary>
    public string UntestedLine => $"{Words.Capital(CompareView.Questions(Untested.Count))} går inte att jämföra";
}
