using Portal.Data.Queries.Search;

namespace Portal.Tests.Queries.Search;

public sealed class NearSpellingTests
{
    private static readonly string[] Names = ["forskolan solrosen", "solrosen", "solgarden", "sol och mane", "stora gatan 12", "goteborg", "gotene"];

    [Theory]
    [InlineData("solen", "solen", 0)]
    [InlineData("solen", "sloen", 1)]
    [InlineData("solen", "soen", 1)]
    [InlineData("solen", "solven", 1)]
    [InlineData("solen", "salen", 1)]
    [InlineData("solen", "manen", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abcdef", "fedcba", 4)]
    [InlineData("sol", "solrosen", 4)]
    public void The_distance_counts_slips_up_to_the_most(string a, string b, int distance)
    {
        Assert.Equal(distance, NearSpelling.Distance(a, b, 3));
        Assert.Equal(distance, NearSpelling.Distance(b, a, 3));
    }

    [Theory]
    [InlineData("slorosen", "solrosen")]
    [InlineData("solrosn", "solrosen")]
    [InlineData("gotebrog", "goteborg")]
    [InlineData("storagatan", "stora gatan")]
    [InlineData("solrosen gotebrog", "solrosen goteborg")]
    public void A_word_that_stands_nowhere_becomes_the_nearest_that_does(string typed, string meant) =>
        Assert.Equal(meant.Split(' '), NearSpelling.Mend(typed.Split(' '), Names));

    [Theory]
    [InlineData("solrosen")]
    [InlineData("rosen")]
    [InlineData("xqzwyv")]
    [InlineData("sxl")]
    [InlineData("9876")]
    public void A_word_that_is_known_or_short_or_like_nothing_is_let_be(string typed) => Assert.Null(NearSpelling.Mend([typed], Names));

    [Fact]
    public void Among_words_as_near_the_same_beginning_then_the_more_common_then_the_alphabet_decides()
    {
        Assert.Equal(["batar"], NearSpelling.Mend(["batur"], ["gatur", "hatur", "batar"]));
        Assert.Equal(["kulan"], NearSpelling.Mend(["kxlan"], ["kalan", "kulan", "kulan b"]));
        Assert.Equal(["kalan"], NearSpelling.Mend(["kxlan"], ["kulan", "kalan"]));
        Assert.Equal(["kalan"], NearSpelling.Mend(["kxlan"], ["kalan", "kulan"]));
    }
}
