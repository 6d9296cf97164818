using Portal.Data.Queries.Surveys;
using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class SurveyWordsTests
{
    [Theory]
    [InlineData("årtal saknas")]
    [InlineData("2024", 2024)]
    [InlineData("2023, 2024", 2024, 2023)]
    [InlineData("2020–2024", 2020, 2021, 2022, 2023, 2024)]
    [InlineData("2016, 2018, 2020–2022, 2024", 2016, 2018, 2020, 2021, 2022, 2024)]
    public void Years_in_a_row_are_told_by_the_first_and_the_last(string expected, params int[] years) =>
        Assert.Equal(expected, SurveyWords.Years(years));

    [Fact]
    public void Each_floor_is_a_sentence()
    {
        Assert.Equal(
            [
                "En siffra visas bara om minst 7\u00A0personer har svarat. Annars står det ”skyddat: för få svar”, så att ingen enskild kan pekas ut.",
                "Dessutom måste minst 25\u00A0% av de tillfrågade ha svarat. Annars står det ”för få svarade”.",
                "Hur många som valde ett visst svar visas bara om ingen eller minst 3\u00A0personer gjorde det.",
            ],
            SurveyWords.Floors(new SurveyFacts { RespondentFloor = 7, RateFloor = 25, AnswerFloor = 3 }));
        Assert.Equal(
            ["Undersökningen har ingen gräns för hur få svar som visas."],
            SurveyWords.Floors(new SurveyFacts { RespondentFloor = 1 }));
    }

    [Fact]
    public void A_round_says_when_it_was_asked_as_far_as_is_known()
    {
        var (from, to) = (new DateOnly(2024, 2, 26), new DateOnly(2024, 3, 22));

        Assert.Equal("26\u00A0februari\u00A02024 till 22\u00A0mars\u00A02024", SurveyWords.Asked(new RoundRow { AskedFrom = from, AskedTo = to }));
        Assert.Equal("från 26\u00A0februari\u00A02024", SurveyWords.Asked(new RoundRow { AskedFrom = from }));
        Assert.Equal("till 22\u00A0mars\u00A02024", SurveyWords.Asked(new RoundRow { AskedTo = to }));
        Assert.Equal("datum saknas", SurveyWords.Asked(new RoundRow()));
    }

    [Fact]
    public void A_sum_says_that_it_is_the_portal_s_and_over_how_many_units()
    {
        var some = new RoundRow { Units = 5, UnitsCounted = 3, Respondents = 60, Invited = 120, UnitsWithRespondents = 3, AllRespondents = 60 };

        Assert.Equal("60\u00A0svar av 120 (50\u00A0%)", SurveyWords.Answers(some));
        Assert.Equal("egen beräkning: summan för 3 av 5\u00A0enheter", SurveyWords.AnswersNote(some));
        Assert.Equal("egen beräkning: summan för alla 3\u00A0enheter", SurveyWords.AnswersNote(some with { Units = 3 }));
        Assert.Equal(
            "egen beräkning: summan för 3 av 5\u00A0enheter; källan anger svarsfrekvens för alla 5\u00A0enheter: 31–95\u00A0%",
            SurveyWords.AnswersNote(some with { UnitsWithRate = 5, LowestRate = 31, HighestRate = 95 }));
    }

    [Fact]
    public void Answers_without_invited_have_no_rate()
    {
        var round = new RoundRow { Units = 2, UnitsWithRespondents = 2, AllRespondents = 41 };

        Assert.Equal("41\u00A0svar, uppgift om hur många som fick frågan saknas", SurveyWords.Answers(round));
        Assert.Equal("uppgift saknas", SurveyWords.Answers(new RoundRow { Units = 2 }));
        Assert.Equal("", SurveyWords.AnswersNote(new RoundRow { Units = 2 }));
    }

    [Fact]
    public void Units_say_in_how_many_municipalities_they_lie_and_how_many_have_nothing_to_show()
    {
        Assert.Equal("1\u00A0enhet", SurveyWords.Units(new RoundRow { Units = 1, Municipalities = 1 }));
        Assert.Equal("22\u00A0enheter i 3\u00A0kommuner", SurveyWords.Units(new RoundRow { Units = 22, Municipalities = 3 }));
        Assert.Equal("uppgift saknas", SurveyWords.Units(new RoundRow()));
        Assert.Equal("2 av dem utan resultat som kan visas", SurveyWords.UnitsNote(new RoundRow { Units = 22, UnitsShown = 20 }));
        Assert.Equal("", SurveyWords.UnitsNote(new RoundRow { Units = 22, UnitsShown = 22 }));
    }
}
