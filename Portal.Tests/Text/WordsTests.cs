using System.Reflection;
using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;
using Portal.Tests.Support;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class WordsTests
{
    public static IEnumerable<TheoryDataRow<ObservationState?>> WithoutValue =>
        new ObservationState?[]
        {
            null, ObservationState.Suppressed, ObservationState.NotAsked, ObservationState.NoAnswer,
            ObservationState.NotApplicable, ObservationState.Missing,
        }.Select(state => new TheoryDataRow<ObservationState?>(state));

    [Theory, MemberData(nameof(WithoutValue))]
    public void A_missing_figure_says_why_and_is_never_a_zero_or_a_dash(ObservationState? state)
    {
        var text = Words.Figure(null, state, "percent", 0);

        Assert.Matches(@"^\p{L}[\p{L} :]+$", text);
    }

    [Theory, MemberData(nameof(WithoutValue))]
    public void A_value_is_not_shown_where_the_state_hides_it(ObservationState? state) =>
        Assert.DoesNotContain("84", Words.Figure(84, state, "percent", 0), StringComparison.Ordinal);

    [Fact]
    public void Each_state_has_its_own_words_and_its_own_code()
    {
        var states = Enum.GetValues<ObservationState>();

        // A row that is not there and one that says so mean the same to a reader, and not to a program.
        Assert.Equal(states.Length, states.Select(s => Words.State(s)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Words.State(null), Words.State(ObservationState.NotAsked));
        Assert.Equal(states.Length + 1, states.Select(s => (ObservationState?)s).Append(null).Select(Words.StateCode).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(1, "Antal barngrupper", "grupper", 0, "1")]
    [InlineData(5.1, "Barn per heltidstjänst", "barn per heltidstjänst", 1, "5,1")]
    [InlineData(34, "Inskrivna", "barn", 0, "34\u00A0barn")]
    [InlineData(34, "Barnskötare", "barn", 0, "34\u00A0barn")]
    [InlineData(34, "Barnskötare per barn", "barn", 0, "34")]
    [InlineData(34, "Andel", "percent", 0, "34\u00A0%")]
    public void What_the_measure_s_name_says_is_counted_is_not_said_again(double value, string name, string unit, int decimals, string expected) =>
        Assert.Equal(expected, Words.Figure(new Figure { Value = value, State = ObservationState.Published, MeasureName = name, Unit = unit, Decimals = decimals }));

    [Fact]
    public void A_zero_that_was_measured_is_a_zero() =>
        Assert.Equal("0\u00A0%", Words.Figure(0, ObservationState.Published, "percent", 0));

    [Fact]
    public void A_preliminary_figure_is_marked() =>
        Assert.Equal("84\u00A0% (preliminär)", Words.Figure(84, ObservationState.Preliminary, "percent", 0));

    [Fact]
    public void A_published_figure_without_value_is_a_fault() =>
        Assert.Throws<ArgumentException>(() => Words.Figure(null, ObservationState.Published, "percent", 0));

    [Theory]
    [InlineData(100, "nästan alla är positiva")]
    [InlineData(90, "nästan alla är positiva")]
    [InlineData(89.5, "nästan alla är positiva")]
    [InlineData(89.4, "de flesta är positiva")]
    [InlineData(75, "de flesta är positiva")]
    [InlineData(74.5, "de flesta är positiva")]
    [InlineData(74.4, "fler än hälften är positiva")]
    [InlineData(55, "fler än hälften är positiva")]
    [InlineData(54.4, "ungefär hälften är positiva")]
    [InlineData(45, "ungefär hälften är positiva")]
    [InlineData(44.4, "färre än hälften är positiva")]
    [InlineData(25, "färre än hälften är positiva")]
    [InlineData(24.4, "få är positiva")]
    [InlineData(10, "få är positiva")]
    [InlineData(9.4, "nästan ingen är positiv")]
    [InlineData(0, "nästan ingen är positiv")]
    public void A_share_is_retold_in_words(double share, string expected) => Assert.Equal(expected, Words.Share(share));

    [Fact]
    public void A_mean_is_told_with_its_scale() => Assert.Equal(
        "medelbetyg 4,2 av 5",
        FigureWords.Mean(new Figure { Kind = "mean", Value = 4.2, State = ObservationState.Published, Unit = "score", Decimals = 1, ScaleHigh = 5 }));

    [Theory]
    [InlineData(2024, "round", "2024")]
    [InlineData(2024, "year", "2024")]
    [InlineData(2023, "school_year", "läsåret 2023/24")]
    [InlineData(1999, "school_year", "läsåret 1999/00")]
    [InlineData(0, "undated", "årtal saknas")]
    [InlineData(0, "year", "årtal saknas")]
    public void A_period_is_told_as_people_say_it(int period, string kind, string expected) => Assert.Equal(expected, Words.Period(period, kind));

    [Theory]
    [InlineData(34, 50, 68.0, "34\u00A0svar av 50 (68\u00A0%)")]
    [InlineData(34, 50, null, "34\u00A0svar av 50")]
    [InlineData(34, null, null, "34\u00A0svar")]
    [InlineData(34, null, 68.0, "34\u00A0svar (68\u00A0%)")]
    [InlineData(null, 50, null, "50\u00A0tillfrågade")]
    [InlineData(null, 1, null, "1\u00A0tillfrågad")]
    [InlineData(null, null, 68.0, "svarsfrekvens 68\u00A0%")]
    [InlineData(null, null, null, "")]
    public void What_a_figure_rests_on_is_told_as_far_as_it_is_known(int? respondents, int? invited, double? rate, string expected) =>
        Assert.Equal(expected, Words.Respondents(respondents, invited, rate));

    [Fact]
    public void An_own_figure_and_a_doubtful_one_are_marked()
    {
        var figure = new Figure { Value = 1, State = ObservationState.Published, IsDerived = true, IsDoubtful = true, Respondents = 12 };

        Assert.Equal($"12\u00A0svar; {Words.Derived}; {Words.Doubtful}", Words.FigureNote(figure, withRespondents: true));
        Assert.Equal($"{Words.Derived}; {Words.Doubtful}", Words.FigureNote(figure, withRespondents: false));
    }

    [Theory]
    [InlineData(63, 101, 62.0, "”Hur nöjd är du?”: ungefär hälften är positiva, 54 %. 63 svar av 101 (62 %), 2025.")]
    [InlineData(null, null, null, "”Hur nöjd är du?”: ungefär hälften är positiva, 54 %. 2025.")]
    public void A_figure_in_a_sentence_says_the_question_in_its_own_words_and_then_what_it_rests_on(int? respondents, int? invited, double? rate, string expected)
    {
        var question = new QuestionResult
        {
            Measure = new MeasureRow { MeasureName = "hur nöjd är du?" },
            Newest = new Figure
            {
                Kind = "share",
                SurveyId = "enkat",
                Value = 54,
                State = ObservationState.Published,
                Unit = "percent",
                Period = 2025,
                PeriodKind = "round",
                Respondents = respondents,
                Invited = invited,
                ResponseRate = rate,
            },
        };

        Assert.Equal(expected, Read.Plain(FigureWords.Sentence(question)));
    }

    [Fact]
    public void Every_code_has_words()
    {
        Assert.All(Ownerships.All, code => Assert.NotEqual("", Words.Ownership(code)));
        Assert.All(Constants(typeof(Sexes)), code => Assert.NotEqual("", Words.Sex(code)));
        Assert.All(Constants(typeof(Scopes)), code => Assert.NotEqual("", Words.Scope(code)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Ownership("okänd"));
    }

    [Fact]
    public void Every_ownership_has_one_word_in_addresses()
    {
        Assert.Equal(Ownerships.All, AddressWords.OwnershipWords.Select(AddressWords.Ownership));
        Assert.All(Ownerships.All, code => Assert.Equal(code, AddressWords.Ownership(AddressWords.OwnershipWord(code))));
        Assert.Null(AddressWords.Ownership("municipal"));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    [Theory]
    [InlineData("share", 100.0, "andel positiva svar")]
    [InlineData("mean", 5.0, "medelbetyg, högst 5")]
    [InlineData("mean", null, "medelbetyg")]
    [InlineData("count", null, "Antal barn")]
    public void A_measure_says_what_it_is_of_its_question(string kind, double? high, string expected) =>
        Assert.Equal(expected, FigureWords.Kind(kind, high, "Antal barn"));
}
