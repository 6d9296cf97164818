using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Statistics;
using Portal.Tests.Support;
using Portal.Web.Content;
using Portal.Web.Text;

namespace Portal.Tests.Content;

/// <summary>What the texts say of figures is what the program does: the words are its words, the numbers are computed.</summary>
public sealed class ArticleFactsTests
{
    private static readonly string Figures = Read.Plain(Articles.Find("siffrorna")!.Text);
    private static readonly string Method = Read.Plain(Articles.Find("saker-skillnad")!.Text);

    private static readonly Dictionary<string, ShareSample> Units = new(StringComparer.Ordinal)
    {
        ["Solen"] = new ShareSample(36 / 40.0, 40, 50),
        ["Månen"] = new ShareSample(26 / 40.0, 40, 60),
        ["Backen"] = new ShareSample(16 / 20.0, 20, 45),
    };

    [Theory]
    [InlineData(90, "90 % eller mer")]
    [InlineData(75, "75 till 90 %")]
    [InlineData(55, "55 till 75 %")]
    [InlineData(45, "45 till 55 %")]
    [InlineData(25, "25 till 45 %")]
    [InlineData(10, "10 till 25 %")]
    [InlineData(0, "under 10 %")]
    public void The_steps_of_a_share_in_words_are_those_of_the_pages(double percent, string limits)
    {
        Told(Figures, $"{limits}: {Words.Share(percent)}");
        if (percent > 0)
            Assert.NotEqual(Words.Share(percent), Words.Share(percent - 1));
    }

    [Fact]
    public void Every_state_verdict_and_mark_is_told_in_the_words_of_the_pages()
    {
        Assert.All(Enum.GetValues<ObservationState>().Where(s => s is not ObservationState.Published), s => Told(Figures, Words.State(s)));
        Assert.All(
            new[] { PairOutcome.CertainlyHigher, PairOutcome.NoCertainDifference, PairOutcome.TooFewRespondents },
            o => Told(Figures, FigureWords.Outcome(o)));
        Told(Figures, Words.Derived);
        Told(Figures, Words.Doubtful.Split(':')[0]);
        Told(Figures, $"”{Words.Capital(Words.Period(2023, "school_year"))}”");
        Told(Figures, $"”{Read.Plain(Words.Respondents(40, 50, 80))}”");
        Told(Figures, $"”{FigureWords.Mean(new Figure { Kind = "mean", Value = 4.2, State = ObservationState.Published, Unit = "score", Decimals = 1, ScaleHigh = 5 })}”");
        Told(Figures, $"Av 40 svar var 34 positiva. Det är {Read.Plain(Format.Percent(100 * 34 / 40.0))} och skrivs ”{Words.Share(100 * 34 / 40.0)}”");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void How_exact_ten_and_a_hundred_answers_are_is_computed(int answers)
    {
        var interval = ScoreInterval.Wilson(new ShareSample(0.8, answers));

        Told(Figures, $"mellan {Percent(interval.Low)} % och {Percent(interval.High)} %");
    }

    [Fact]
    public void The_shares_of_the_example_are_those_of_its_answers()
    {
        foreach (var (name, unit) in Units)
        {
            Told(Method, string.Create(CultureInfo.InvariantCulture,
                $"{name}: {unit.Share * unit.Respondents:F0} av {unit.Respondents} svarade positivt, {Percent(unit.Share)} %. {unit.Invited} fick frågan."));
        }
        Told(Method, $"Solens 40 svar värda {Worth("Solen", 0)}, Månens 40 värda {Worth("Månen", 0)} och Backens 20 värda {Worth("Backen", 1)}");
        Told(Figures, "Två förskolor har 90 % och 65 % positiva. Båda har fått 40 svar.");
        Told(Figures, "En tredje har 80 %, men bara 20 svar.");
    }

    [Theory]
    [InlineData("Solen", "Månen")]
    [InlineData("Solen", "Backen")]
    [InlineData("Backen", "Månen")]
    public void Each_pair_of_the_example_has_its_difference_interval_and_verdict_from_the_rule(string first, string second)
    {
        var pair = Page().Between("trygg", first, second);
        var interval = pair.Interval!;
        var between = interval.Low < 0
            ? $"{Percent(interval.High)} till {first}s fördel och {Percent(-interval.Low)} till {second}s"
            : $"{Percent(interval.Low)} och {Percent(interval.High)}";
        var verdict = Words.Capital(FigureWords.Outcome(pair.IsCertain ? PairOutcome.CertainlyHigher : PairOutcome.NoCertainDifference));

        Told(Method, $"{first} och {second}: {Percent(pair.Difference!.Value)} procentenheter skiljer. Den verkliga skillnaden ligger troligen mellan {between}. {verdict}.");
        Told(Method, pair.PValue < 0.001 ? $"mindre än 0,001 för {first} och {second}" : $"{Number(pair.PValue!.Value, 3)} för {first} och {second}");
    }

    [Fact]
    public void Holm_s_steps_in_the_example_are_those_of_the_rule()
    {
        var pValues = Page().Questions.Single().Pairs.Select(p => p.PValue!.Value).Order().ToList();

        Assert.Equal(3, pValues.Count);
        Assert.Equal([true, false, false], Holm.Reject(pValues));
        Assert.True(pValues[0] < CertainDifferences.FamilyWiseLevel / 3 && pValues[1] > CertainDifferences.FamilyWiseLevel / 2);
        Told(Method, $"under 0,05 / 3 = {Number(CertainDifferences.FamilyWiseLevel / 3, 3)}");
        Told(Method, $"över 0,05 / 2 = {Number(CertainDifferences.FamilyWiseLevel / 2, 3)}");
        Told(Method, $"på nivån {Percent(CertainDifferences.FamilyWiseLevel)} procent");
        Told(Method, $"med {Percent(CertainDifferences.IntervalConfidence)} procents säkerhet");
    }

    [Fact]
    public void The_count_of_pairs_on_a_page_is_right()
    {
        var pairs = CertainDifferences.Among(
            from question in Enumerable.Range(1, 30)
            from unit in Enumerable.Range(1, 5)
            select Comparand.OfShare($"{question}", $"{unit}", new ShareSample(0.5, 20), 5)).Questions.Sum(q => q.Pairs.Count);

        Told(Method, $"fem enheter och trettio frågor har {pairs} par");
        Told(Method, $"omkring {Number(pairs * CertainDifferences.FamilyWiseLevel, 0)} par");
    }

    [Fact]
    public void The_means_of_the_example_differ_as_told()
    {
        var (glade, oak) = (Scores(20, 30, 45, 35, 15, 5, 0), Scores(25, 40, 20, 36, 28, 12, 4));
        var interval = WelchTest.Interval(glade, oak)!;

        Told(Method, $"Gläntan har medelbetyget {Number(glade.Mean, 2)} av 5 med 20 svar av 30. Ekbacken har {Number(oak.Mean, 2)} med 25 svar av 40.");
        Told(Method, $"Skillnaden är {Number(glade.Mean - oak.Mean, 2)} och ligger mellan {Number(interval.Low, 2)} och {Number(interval.High, 2)}.");
        Assert.True(WelchTest.PValue(glade, oak) < CertainDifferences.FamilyWiseLevel);
    }

    private static CertainDifferences Page() =>
        CertainDifferences.Among(Units.Select(u => Comparand.OfShare("trygg", u.Key, u.Value, 5)));

    private static ScoreSample Scores(int respondents, int invited, params double[] shares) =>
        ScoreSample.FromDistribution(shares.Select((s, i) => ((double?)(5 - i), s)), respondents, invited)!;

    private static string Worth(string unit, int decimals) => Number(Units[unit].EffectiveRespondents, decimals);

    private static string Percent(double share) => Number(100 * share, 0);

    private static string Number(double value, int decimals) => Format.Number(value, decimals);

    private static void Told(string text, string words) => Assert.Contains(Read.Plain(words), text, StringComparison.OrdinalIgnoreCase);
}
