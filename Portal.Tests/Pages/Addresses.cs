using Portal.Tests.Support;

namespace Portal.Tests.Pages;

/// <summary>The addresses that tests and links outside depend on, with the units and municipalities of <see cref="Town"/>.</summary>
public static class Addresses
{
    public static TheoryData<string> Pages =>
    [
        "/",
        "/kommuner",
        $"/kommuner/{Town.Code}",
        $"/kommuner/{Town.WithoutUnits}",
        $"/kommuner/{Town.Sample}",
        "/data/korningar",
    ];

    /// <summary>Pages that have file twins, without their query.</summary>
    public static TheoryData<string> Twins =>
    [
        "/kommuner",
        $"/kommuner/{Town.Code}",
        $"/kommuner/{Town.WithoutUnits}",
    ];
}
