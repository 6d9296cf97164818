using Portal.Data.Model;

namespace Portal.Web.Components.Examples;

/// <summary>Made-up figures for the examples of components.</summary>
internal static class ExampleFigures
{
    /// <summary>A share of positive answers with all of its passport.</summary>
    public static Figure Share { get; } = new()
    {
        Scope = Scopes.Unit,
        SubjectId = "exempel-1",
        SubjectName = "Exempelskolan",
        SurveyId = "exempelenkat",
        SurveyName = "Exempelenkäten",
        Area = "Trygghet",
        QuestionId = "trygg",
        Wording = "Mitt barn är tryggt på förskolan",
        MeasureId = "andel-trygg",
        MeasureName = "Andel som instämmer",
        Kind = "share",
        Unit = "percent",
        ScaleLow = 0,
        ScaleHigh = 100,
        PeriodKind = "round",
        Period = 2024,
        State = ObservationState.Published,
        Value = 84,
        Respondents = 42,
        Invited = 60,
        ResponseRate = 70,
        PublishedOn = new DateOnly(2024, 6, 3),
        FetchedAt = new DateTime(2024, 6, 4, 2, 0, 0, DateTimeKind.Utc),
        EditionNumber = 7,
        SourceId = "exempel",
        SourceName = "Exempelkommunen",
        Credit = "Källa: Exempelkommunen",
        Licence = "CC0",
    };

    /// <summary>A mean on a scale from 1 to 5.</summary>
    public static Figure Mean { get; } = Share with
    {
        MeasureId = "medel-trygg",
        MeasureName = "Medelbetyg",
        Kind = "mean",
        Unit = "score",
        Decimals = 1,
        ScaleLow = 1,
        ScaleHigh = 5,
        Value = 4.2,
    };

    /// <summary>A count, that no survey gave.</summary>
    public static Figure Count { get; } = Share with
    {
        SurveyId = null,
        SurveyName = null,
        Area = null,
        QuestionId = null,
        Wording = null,
        MeasureId = "antal-barn",
        MeasureName = "Antal barn",
        Kind = "count",
        Unit = "barn",
        ScaleLow = null,
        ScaleHigh = null,
        PeriodKind = "year",
        Value = 1234,
        Respondents = null,
        Invited = null,
        ResponseRate = null,
    };

    /// <summary>A share that is not shown, and why.</summary>
    public static Figure Without(ObservationState state) => Share with
    {
        State = state,
        Value = null,
        Respondents = null,
        Invited = null,
        ResponseRate = null,
    };
}
