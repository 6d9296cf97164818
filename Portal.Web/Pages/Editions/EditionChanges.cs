using System.Runtime.CompilerServices;
using Portal.Data.Queries.Editions;

namespace Portal.Web.Pages.Editions;

/// <summary>An edition's three lists of changes as one: what is no figure, figures, answers.</summary>
public sealed class EditionChanges(FactChanges facts, FigureChanges figures, AnswerChanges answers)
{
    /// <summary>The changes that a page shows.</summary>
    public Task<IReadOnlyList<EditionChange>> Of(EditionView view, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.List switch
        {
            EditionView.Figures => figures.Between(view.Edition.Number, view.First, view.Last, ct),
            EditionView.Answers => answers.Between(view.Edition.Number, view.First, view.Last, ct),
            _ => facts.Between(view.Edition.Number, view.First, view.Last, ct),
        };
    }

    /// <summary>All of them, one at a time.</summary>
    public async IAsyncEnumerable<EditionChange> All(int number, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var change in facts.All(number, ct))
            yield return change;
        await foreach (var change in figures.All(number, ct))
            yield return change;
        await foreach (var change in answers.All(number, ct))
            yield return change;
    }
}
