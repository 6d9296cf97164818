using Portal.Data.Queries.Units;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Pages.Units;

/// <summary>The list as the page shows it: what was asked, what came, and the words about both.</summary>
public sealed record UnitListView
{
    /// <summary>What was asked.</summary>
    public required UnitListQuery Query { get; init; }

    /// <summary>What can be asked.</summary>
    public required UnitChoices.Result Choices { get; init; }

    /// <summary>What came.</summary>
    public required UnitList.Result Result { get; init; }

    /// <summary>How many pages there are, at least one.</summary>
    public int Pages => Math.Max(1, (Result.Total + UnitList.PageSize - 1) / UnitList.PageSize);

    /// <summary>The heading: what the reader has narrowed the list to.</summary>
    public string Title
    {
        get
        {
            var what = Name(Choices.ServiceAreas, Query.ServiceArea) ?? "Enheter";
            return Name(Choices.Municipalities, Query.Municipality) is { } where ? $"{what} i {where}" : what;
        }
    }

    /// <summary>How many, in which order.</summary>
    public string Count => $"{Words.Count(Result.Total, "enhet", "enheter")}, {OrderWords(Query.Filter.Order)}";

    /// <summary>Something made up is shown.</summary>
    public bool IsSample => Result.Rows.Any(r => r.IsSample) || Choices.Municipalities.Any(m => m.IsSample && m.Id == Query.Municipality);

    /// <summary>Picked units that have no row, and so no box to tick, on this page.</summary>
    public IEnumerable<UnitChoices.Choice> PickedElsewhere => Choices.Picked.Where(p => Result.Rows.All(r => r.SubjectId != p.Id));

    /// <summary>How many units are picked and which, in the order of the boxes: those elsewhere first.</summary>
    public string Status => PickWords.Status(
        [.. PickedElsewhere.Select(p => p.Name), .. Result.Rows.Where(r => Query.Picked.Contains(r.SubjectId)).Select(r => r.SubjectName)]);

    /// <summary>The overall questions behind the results, each once.</summary>
    public IEnumerable<string> Results => Result.Rows
        .Where(r => r.HasFigure)
        .Select(r => $"{r.SurveyName ?? r.SourceName}: ”{r.Wording ?? r.MeasureName}”{(r.Kind == "share" && r.Asked is not null ? $", andelen positiva svar från {r.Asked}" : "")}.")
        .Distinct(StringComparer.Ordinal);

    /// <summary>What the order by result means; null in other orders.</summary>
    public string? OrderNote => Query.Filter.Order != UnitOrder.Result ? null : string.Concat(
        "Bäst först betyder högst andel positiva svar, eller högst medelbetyg, på undersökningens sammanfattande fråga. ",
        Result.Rows.Any(r => r.Better == "lower") ? "Där en låg siffra är bra står det lägsta först. " : "",
        Result.Rows.Any(r => r.IsMixed) ? "Listan blandar undersökningar med olika frågor. Välj verksamhet och kommun för en ordning som betyder mer. " : "",
        "Små skillnader mellan grannar i listan är sällan säkra. Enheter utan uppgift, eller med osäker uppgift, står sist.");

    /// <summary>The filters in use: what each says, and the list without it.</summary>
    public IEnumerable<(string Says, string Without)> Filters
    {
        get
        {
            var address = Query.Address with { Page = 1 };
            if (Query.Search is { } text)
                yield return ($"namnet innehåller ”{text}”", PortalLinks.Units.List(address with { Search = null }));
            if (Name(Choices.ServiceAreas, Query.ServiceArea) is { } area)
                yield return ($"verksamheten är {area.ToLowerInvariant()}", PortalLinks.Units.List(address with { ServiceArea = null }));
            if (Name(Choices.Municipalities, Query.Municipality) is { } municipality)
                yield return ($"kommunen är {municipality}", PortalLinks.Units.List(address with { Municipality = null }));
            if (Query.Ownership is { } owner)
                yield return ($"ägaren är {owner}", PortalLinks.Units.List(address with { Ownership = null }));
        }
    }

    /// <summary>The address of a page of the same list.</summary>
    public string PageAddress(int page) => PortalLinks.Units.List(Query.Address with { Page = page });

    /// <summary>What an order is called in the form and in the caption.</summary>
    public static string OrderWords(UnitOrder order) => order switch
    {
        UnitOrder.Name => "i bokstavsordning",
        UnitOrder.Result => "bäst resultat först",
        UnitOrder.Respondents => "flest svar först",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Not an order."),
    };

    private static string? Name(IEnumerable<UnitChoices.Choice> choices, string? id) => choices.FirstOrDefault(c => c.Id == id)?.Name;
}
