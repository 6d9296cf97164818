using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class TrendWordsTests
{
    private const string Untested = " Vi har inte prövat om skillnaden är säker. Små förändringar kan bero på slumpen.";

    [Fact]
    public void Both_ends_are_told_and_that_the_difference_is_not_tested() =>
        Assert.Equal("Från 78 % år 2020 till 84 % år 2024." + Untested, Sentence(Row(2024, 84), Row(2022, 90), Row(2020, 78)));

    [Fact]
    public void The_same_figure_twice_is_told_as_the_same() =>
        Assert.Equal("84 % både år 2020 och år 2024." + Untested, Sentence(Row(2024, 84.1), Row(2020, 83.9)));

    [Fact]
    public void A_count_is_not_a_sample_and_is_not_spoken_of_as_chance() =>
        Assert.Equal("Från 1 200 barn år 2020 till 1 234 barn år 2024.", Sentence(Count(2024, 1234), Count(2020, 1200)));

    [Fact]
    public void Years_before_another_wording_are_not_compared()
    {
        Assert.Equal("Från 80 % år 2022 till 84 % år 2024." + Untested,
            Sentence(Row(2024, 84), Row(2022, 80), Row(2020, 50) with { EarlierWording = "Då" }, Row(2018, 40)));
        Assert.Equal("84 % år 2024. Det finns ingen annan omgång att jämföra med.",
            Sentence(Row(2024, 84), Row(2020, 50) with { EarlierWording = "Då" }));
    }

    [Fact]
    public void Preliminary_and_doubtful_figures_are_told_and_not_compared()
    {
        var preliminary = new TrendRow { Period = 2024, All = Share(90) with { State = ObservationState.Preliminary } };
        var doubtful = new TrendRow { Period = 2024, All = Share(90) with { IsDoubtful = true } };

        Assert.Equal("Från 78 % år 2020 till 80 % år 2022." + Untested + " Siffran för 2024 är preliminär och jämförs inte.",
            Sentence(preliminary, Row(2022, 80), Row(2020, 78)));
        Assert.EndsWith("Siffran för 2024 är osäker och jämförs inte.", Sentence(doubtful, Row(2022, 80), Row(2020, 78)), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_one_sex_only_say_whose_they_are() =>
        Assert.Equal("Kvinnor och flickor: Från 78 % år 2020 till 84 % år 2024." + Untested,
            Sentence(new TrendRow { Period = 2024, Women = Share(84) }, new TrendRow { Period = 2020, Women = Share(78) }));

    [Fact]
    public void Nothing_to_show_is_said() =>
        Assert.Equal("Ingen omgång har en siffra som kan visas.", Sentence(new TrendRow { Period = 2024, Gap = TrendGap.NotAsked }));

    [Fact]
    public void A_school_year_is_told_as_one_and_written_short_in_a_picture()
    {
        Assert.Equal("läsåret 2023/24", TrendWords.When(2023, "school_year"));
        Assert.Equal(("2023/24", "2023"), (TrendWords.Year(2023, "school_year"), TrendWords.Year(2023, "round")));
    }

    [Theory]
    [InlineData(ObservationState.Suppressed, "skyddat")]
    [InlineData(ObservationState.NotAsked, "inte med")]
    [InlineData(ObservationState.NoAnswer, "få svar")]
    [InlineData(ObservationState.NotApplicable, "gäller inte")]
    [InlineData(ObservationState.Missing, "saknas")]
    public void A_gap_has_a_short_word(ObservationState state, string word) =>
        Assert.Equal(word, TrendWords.Short(new TrendRow { All = Share(0) with { State = state, Value = null } }, Sexes.All));

    private static string Sentence(params TrendRow[] rows) => TrendWords.Sentence(rows, "round").Replace('\u00A0', ' ');

    private static Figure Share(double value) => new()
    {
        SurveyId = "enkat",
        Kind = "share",
        Unit = "percent",
        State = ObservationState.Published,
        Value = value,
    };

    private static TrendRow Row(int period, double value) => new() { Period = period, All = Share(value) };

    private static TrendRow Count(int period, double value) =>
        new() { Period = period, All = Share(value) with { Kind = "count", Unit = "barn", SurveyId = null } };
}
