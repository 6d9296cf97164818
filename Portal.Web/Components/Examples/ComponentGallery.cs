using Portal.Web.Components.Cards;
using Portal.Web.Components.Charts;
using Portal.Web.Components.Navigation;
using Portal.Web.Components.Tables;
using Portal.Web.Components.Text;

namespace Portal.Web.Components.Examples;

/// <summary>
/// Every shared component with its examples. A component's examples stand in a class of their own beside it
/// (<c>Charts/SpreadStrip.razor</c>, <c>Charts/SpreadStripExamples.cs</c>); here they are only listed.
/// </summary>
public static class ComponentGallery
{
    /// <summary>All of them, by kind and name.</summary>
    public static IReadOnlyList<ComponentExamples> All { get; } =
    [
        new("Enhetskort", typeof(UnitCard), UnitCardExamples.All),
        new("Jämförelsetabell", typeof(CompareTable), CompareTableExamples.All),
        new("Omdöme om en skillnad", typeof(DifferenceMark), DifferenceMarkExamples.All),
        new("Meddelande", typeof(Notice), NoticeExamples.All),
        new("Spridning", typeof(SpreadStrip), SpreadStripExamples.All),
        new("Svarsfördelning", typeof(Distribution), DistributionExamples.All),
        new("Utveckling", typeof(Trend), TrendExamples.All),
        new("Brödsmulor", typeof(Breadcrumbs), BreadcrumbsExamples.All),
        new("Filer", typeof(DownloadLinks), DownloadLinksExamples.All),
        new("Sidor", typeof(Pager), PagerExamples.All),
        new("Jämförelsetal", typeof(BesideCell), BesideCellExamples.All),
        new("Siffra", typeof(FigureCell), FigureCellExamples.All),
        new("Om siffran", typeof(Passport), PassportExamples.All),
        new("Ändringar", typeof(ChangeTable), ChangeTableExamples.All),
        new("Läser en utgåva", typeof(CitedNotice), CitedNoticeExamples.All),
        new("Påhittade uppgifter", typeof(SampleNotice), SampleNoticeExamples.All),
    ];
}
