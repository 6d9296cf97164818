using Portal.Data.Queries.Search;

namespace Portal.Tests.Queries.Search;

public sealed class SearchTermsTests
{
    private static readonly Catalogue All = new()
    {
        Municipalities =
        [
            new NamedMunicipality { Code = "1480", Name = "Göteborg", SearchName = "goteborg" },
            new NamedMunicipality { Code = "0114", Name = "Upplands Väsby", SearchName = "upplands vasby" },
            new NamedMunicipality { Code = "9901", Name = "Väsby", SearchName = "vasby" },
        ],
        Areas =
        [
            new NamedArea { Id = "forskola", Name = "Förskola", UnitWord = "förskola" },
            new NamedArea { Id = "boende", Name = "Särskilt boende", UnitWord = "äldreboende" },
        ],
    };

    [Theory]
    [InlineData("Förskolor i Göteborg", "", "1480", "forskola")]
    [InlineData("göteborgs stad solen", "solen", "1480", null)]
    [InlineData("Solen, Upplands Väsby", "solen", "0114", null)]
    [InlineData("väsby solen", "solen", "9901", null)]
    [InlineData("förskolan solen", "solen", null, "forskola")]
    [InlineData("äldreboenden i vasby", "", "9901", "boende")]
    [InlineData("särskilt boende", "", null, "boende")]
    [InlineData("särskilt", "sarskilt", null, null)]
    [InlineData("förskolebarn", "forskolebarn", null, null)]
    [InlineData("göteborgare", "goteborgare", null, null)]
    public void A_named_municipality_and_kind_of_service_are_taken_out(string typed, string words, string? municipality, string? area)
    {
        var placed = SearchTerms.Plain(typed).Placed(All).WithoutFillers();

        Assert.Equal((words, municipality, area), (string.Join(' ', placed.Words), placed.MunicipalityCode, placed.ServiceAreaId));
    }

    [Fact]
    public void Only_words_that_tie_others_together_are_words_all_the_same() =>
        Assert.Equal(["i", "och"], SearchTerms.Plain("i och").WithoutFillers().Words);

    [Fact]
    public void Of_more_words_than_count_the_longest_do_in_their_order() =>
        Assert.Equal(["aa", "bb", "ccc", "dd", "ee", "ff", "gg", "hh"], SearchTerms.Plain("aa bb x ccc dd ee AA ff gg hh").Words);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" !? ")]
    public void Nothing_that_can_be_looked_for_is_empty(string? typed) => Assert.True(SearchTerms.Plain(typed).IsEmpty);

    [Theory]
    [InlineData("trygghet", 30)]
    [InlineData("trygg", 20)]
    [InlineData("trygghets", 20)]
    [InlineData("gghet", 10)]
    [InlineData("het", 0)]
    [InlineData("barn trygghet", 33)]
    [InlineData("barn", 0)]
    [InlineData("trygghet vilse", 0)]
    public void A_text_fits_by_all_words_of_which_one_is_in_its_title(string words, int score) =>
        Assert.Equal(score, TextMatch.Score(words.Split(' '), true, "trygghet och trivsel", "mitt barn"));

    [Fact]
    public void A_word_outside_the_title_is_enough_where_that_is_asked() =>
        Assert.Equal(3, TextMatch.Score(["barn"], false, "trygghet", "mitt barn"));
}
