using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Portal.Web.Downloads;

/// <summary>
/// Gives pages their file twins: the same page at the same address with an ending. The page model takes it as
/// <c>FileFormat? format</c>, a parameter of its handler.
/// </summary>
internal static class TwinRoutes
{
    private const string Ending = ".{format:regex(^(csv|json)$)}";

    /// <summary>The pages that have twins.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "/Units/Index", "/Units/Unit", "/Compare/Index", "/Municipalities/Index", "/Municipalities/Municipality",
        "/Municipalities/Compare",
        "/Surveys/Index", "/Surveys/Survey",
        "/Measures/Index", "/Measures/Measure",
        "/Editions/Index", "/Editions/Edition",
    ];

    public static void Add(PageConventionCollection conventions)
    {
        foreach (var page in Pages)
        {
            conventions.AddPageRouteModelConvention(page, model =>
            {
                var own = model.Selectors.Single(s => s.AttributeRouteModel?.Template is not null);
                model.Selectors.Add(new SelectorModel
                {
                    AttributeRouteModel = new AttributeRouteModel
                    {
                        Template = own.AttributeRouteModel!.Template + Ending,
                        // With an ending a fixed address weighs no more than one with an id: jamfor.csv is not a municipality's file.
                        Order = own.AttributeRouteModel.Template!.Contains('{', StringComparison.Ordinal) ? null : -1,
                    },
                });
            });
        }
    }
}
