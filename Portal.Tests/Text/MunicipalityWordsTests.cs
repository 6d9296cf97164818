using Portal.Data.Queries.Municipalities;
using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class MunicipalityWordsTests
{
    [Theory]
    [InlineData("Liknande kommuner äldreomsorg, Göteborg, 2024", "äldreomsorg")]
    [InlineData("Liknande kommuner, övergripande, Göteborg, 2025", "i stort")]
    [InlineData("Liknande kommuner IFO, Göteborg, 2024", "individ- och familjeomsorg")]
    [InlineData("Liknande kommuner socioekonomi, Göteborg, 2024", "sociala och ekonomiska villkor")]
    [InlineData("Liknande kommuner", "i stort")]
    [InlineData("Pendlingskommuner, 2024", "Pendlingskommuner, 2024")]
    public void A_likeness_is_what_the_group_s_name_says_without_the_municipality_and_the_year(string group, string expected) =>
        Assert.Equal(expected, MunicipalityWords.Likeness(group, "Göteborg"));

    [Theory]
    [InlineData("liknar Göteborg i stort", "Liknande kommuner")]
    [InlineData("liknar Göteborg när det gäller förskola och grundskola", "Liknande kommuner förskola", "Liknande kommuner grundskola")]
    [InlineData("liknar Göteborg i stort, och när det gäller förskola", "Liknande kommuner förskola", "Liknande kommuner, övergripande", "Liknande kommuner förskola, 2023")]
    [InlineData("liknar Göteborg när det gäller a, b, c och d", "Liknande kommuner a", "Liknande kommuner b", "Liknande kommuner c", "Liknande kommuner d")]
    [InlineData(
        "liknar Göteborg när det gäller a, b, c och 2 områden till",
        "Liknande kommuner a", "Liknande kommuner b", "Liknande kommuner c", "Liknande kommuner d", "Liknande kommuner e")]
    public void A_reason_names_each_likeness_once(string expected, params string[] groups) =>
        Assert.Equal(expected, MunicipalityWords.Reason(Similar(groups), "Göteborg"));

    [Fact]
    public void Owners_are_told_with_their_numbers() => Assert.Equal(
        "1\u00A0200\u00A0kommunala, 1\u00A0privat, 3\u00A0utan uppgift om ägare",
        MunicipalityWords.Owners([new UnitCount { Ownership = "municipal", Units = 1200 }, new UnitCount { Ownership = "private", Units = 1 }, new UnitCount { Units = 3 }]));

    private static SimilarMunicipality Similar(string[] groups) =>
        new(new MunicipalityName { Code = "9902" }, [.. groups.Select(g => new SuggestedMunicipality { GroupName = g })]);
}
