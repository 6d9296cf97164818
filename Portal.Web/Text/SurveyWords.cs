using System.Globalization;
using Portal.Data.Queries.Surveys;

namespace Portal.Web.Text;

/// <summary>What pages say of how a survey was held.</summary>
public static class SurveyWords
{
    /// <summary>What is said where a source does not tell when a round was asked or published.</summary>
    public const string NoDate = "datum saknas";

    /// <summary>When a figure is not shown, in plain words: one sentence a floor.</summary>
    public static IEnumerable<string> Floors(SurveyFacts survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        yield return survey.RespondentFloor > 1
            ? $"En siffra visas bara om minst {Words.Count(survey.RespondentFloor, "person", "personer")} har svarat. Annars står det ”skyddat: för få svar”, så att ingen enskild kan pekas ut."
            : "Undersökningen har ingen gräns för hur få svar som visas.";
        if (survey.RateFloor is { } rate)
            yield return $"Dessutom måste minst {Format.Percent(rate)} av de tillfrågade ha svarat. Annars står det ”för få svarade”.";
        if (survey.AnswerFloor is { } answers)
            yield return $"Hur många som valde ett visst svar visas bara om ingen eller minst {Words.Count(answers, "person", "personer")} gjorde det.";
    }

    /// <summary>When a round was asked: <c>26 februari 2021 till 22 mars 2021</c>, or what is known of it.</summary>
    public static string Asked(RoundRow round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round switch
        {
            { AskedFrom: { } from, AskedTo: { } to } => $"{Format.Date(from)} till {Format.Date(to)}",
            { AskedFrom: { } from } => $"från {Format.Date(from)}",
            { AskedTo: { } to } => $"till {Format.Date(to)}",
            _ => NoDate,
        };
    }

    /// <summary>
    /// How many answered of how many, where both are known of any unit; else how many answered; else that it is
    /// not known.
    /// </summary>
    public static string Answers(RoundRow round)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.UnitsCounted > 0)
            return Words.Respondents(round.Respondents, round.Invited, round.ResponseRate);
        return round.AllRespondents is { } answers
            ? $"{Words.Respondents(answers, null, null)}, uppgift om hur många som fick frågan saknas"
            : "uppgift saknas";
    }

    /// <summary>What <see cref="Answers"/> is a sum of, and what else the source says of the rate; empty where there is nothing to add.</summary>
    public static string AnswersNote(RoundRow round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var summed = round.UnitsCounted > 0 ? round.UnitsCounted : round.UnitsWithRespondents;
        var notes = new List<string>();
        if (summed > 0)
            notes.Add($"{Words.Derived}: summan för {Of(summed, round.Units)}");
        if (round.UnitsWithRate > round.UnitsCounted && round is { LowestRate: { } low, HighestRate: { } high })
            notes.Add($"källan anger svarsfrekvens för {Of(round.UnitsWithRate, round.Units)}: {Range(low, high)}");
        return string.Join("; ", notes);
    }

    /// <summary>How many units took part, and of how many something is shown.</summary>
    public static string Units(RoundRow round)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Units == 0)
            return "uppgift saknas";
        var units = Words.Count(round.Units, "enhet", "enheter");
        return round.Municipalities > 1 ? $"{units} i {Words.Count(round.Municipalities, "kommun", "kommuner")}" : units;
    }

    /// <summary>How many of a round's units nothing is shown of; empty where it is none.</summary>
    public static string UnitsNote(RoundRow round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var hidden = round.Units - round.UnitsShown;
        return hidden > 0 ? $"{Format.Number(hidden)} av dem utan resultat som kan visas" : "";
    }

    /// <summary>Years in a row are told by the first and the last: <c>2016, 2018, 2020–2024</c>.</summary>
    public static string Years(IReadOnlyList<int> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Count == 0)
            return "årtal saknas";
        // Years that follow each other differ from their places by the same number.
        var runs = periods.Order().Select((year, place) => (Year: year, Run: year - place)).GroupBy(y => y.Run, y => y.Year);
        return string.Join(", ", runs.SelectMany(run => run.ToList() is { Count: > 2 } years
            ? [$"{Year(years[0])}–{Year(years[^1])}"]
            : run.Select(Year)));
    }

    /// <summary>What is measured of a question, for a link: <c>andel positiva svar</c>, <c>medelbetyg, högst 5</c>.</summary>
    public static string Kind(SurveyMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return FigureWords.Kind(measure.Kind, measure.ScaleHigh, measure.Name);
    }

    private static string Of(int some, int all) => some == all
        ? all == 1 ? "en enhet" : $"alla {Words.Count(all, "enhet", "enheter")}"
        : $"{Format.Number(some)} av {Words.Count(all, "enhet", "enheter")}";

    private static string Range(double low, double high) =>
        Format.Percent(low) == Format.Percent(high) ? Format.Percent(low) : $"{Format.Number(low, 0)}–{Format.Percent(high)}";

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
