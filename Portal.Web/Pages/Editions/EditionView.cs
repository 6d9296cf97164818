using Portal.Data.Queries.Editions;

namespace Portal.Web.Pages.Editions;

/// <summary>An edition as its page shows it: one list of its changes, a page at a time.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Show">The list that the reader chose, by its word in addresses; null for the first that is not empty.</param>
/// <param name="Page">The page of the list, from 1.</param>
public sealed record EditionView(EditionProfile.Result Edition, string? Show, int Page)
{
    /// <summary>The word in addresses for changes of figures.</summary>
    public const string Figures = "siffror";

    /// <summary>The word in addresses for changes of answers.</summary>
    public const string Answers = "svar";

    /// <summary>The word in addresses for changes of all else.</summary>
    public const string Facts = "annat";

    /// <summary>Changes a page.</summary>
    public const int Size = 100;

    /// <summary>The lists: their words in addresses, what a reader calls them, and how many changes each has.</summary>
    public IReadOnlyList<(string Word, string Name, int Count)> Lists =>
        [(Figures, "Siffror", Edition.FigureChanges), (Answers, "Svar på frågor", Edition.AnswerChanges), (Facts, "Namn, frågor och annat", Edition.FactChanges)];

    /// <summary>The list that is shown.</summary>
    public string List => Show ?? Lists.FirstOrDefault(l => l.Count > 0, Lists[0]).Word;

    /// <summary>Pages of it.</summary>
    public int Pages => Math.Max(1, (Lists.First(l => l.Word == List).Count + Size - 1) / Size);

    /// <summary>The place of the first change that is shown, from 1.</summary>
    public int First => (Size * (Page - 1)) + 1;

    /// <summary>The place of the last.</summary>
    public int Last => Size * Page;

    /// <summary>Whether any change is told one by one.</summary>
    public bool HasChanges => Lists.Any(l => l.Count > 0);

    /// <summary>The changes that are shown.</summary>
    public IReadOnlyList<EditionChange> Changes { get; init; } = [];
}
