using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Measures;

public abstract class MeasureFiguresTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Only_figures_of_the_measure_the_year_and_all_sexes_together_are_listed()
    {
        await Db.Add(
            A.Observation("e-1", "m", 2024, 80), A.Observation("e-1", "m", 2024, 81, sex: "K"), A.Observation("e-1", "m", 2022, 82),
            A.Observation("e-1", "annat", 2024, 83), A.Observation("e-2", "annat", 2024, 84), A.Unit("e-3"),
            A.Observation("9901", "m", 2024, 70, scope: Scopes.Municipality), A.Observation("9901", "m", 2022, 71, scope: Scopes.Municipality),
            A.Observation("0000", "m", 2024, 60, scope: Scopes.Country), A.Observation("0000", "annat", 2024, 61, scope: Scopes.Country),
            A.District("d-1"), A.Observation("d-1", "m", 2024, 50, scope: Scopes.District));

        var found = await Find("m", 2024);

        Assert.Equal([("e-1", 80.0)], found.Units.Select(Value));
        Assert.Equal([("9901", 70.0)], found.Municipalities.Select(Value));
        Assert.Equal(60, found.Country?.Value);
        Assert.Equal([("municipality", 70.0), ("unit", 80.0)], found.Points.Select(p => (p.Scope, p.Value)));
    }

    [Fact]
    public async Task A_figure_has_its_passport_and_place()
    {
        await Db.Add(
            A.Municipality("9902", "Sagostad", isSample: true), A.Unit("e-1", "Solen", municipality: "9902", ownership: "private"),
            A.Question("q-1", "Är du nöjd?", area: "Helhet", rounds: [2022, 2024]), A.Measure("m", "q-1", "Andel nöjda"),
            A.Round(2024, name: "Våren 2024", publishedOn: "2024-06-01", isPreliminary: true),
            A.EditionSource(3, readAt: new DateTime(2024, 6, 2, 3, 0, 0, DateTimeKind.Utc)), A.EditionSource(2, readAt: DateTime.UnixEpoch),
            A.Observation("e-1", "m", 2024, 84.5, 45, 60, 75, edition: 3, isDerived: true, isDoubtful: true));

        var found = await Find("m", 2024);
        var unit = Assert.Single(found.Units);

        Assert.Equal(("9902", "Sagostad", "private", true), (unit.MunicipalityCode, unit.MunicipalityName, unit.Ownership, unit.IsSample));
        var figure = unit.Figure;
        Assert.Equal((Scopes.Unit, "e-1", "Solen", 2024, "T"), (figure.Scope, figure.SubjectId, figure.SubjectName, figure.Period, figure.Sex));
        Assert.Equal((84.5, 45, 60, 75.0, ObservationState.Published), (figure.Value, figure.Respondents, figure.Invited, figure.ResponseRate, figure.State));
        Assert.Equal((true, true, 3), (figure.IsDerived, figure.IsDoubtful, figure.EditionNumber));
        Assert.Equal((new DateOnly(2024, 6, 1), new DateTime(2024, 6, 2, 3, 0, 0, DateTimeKind.Utc)), (figure.PublishedOn, figure.FetchedAt));
        Assert.Equal(("Är du nöjd?", "Helhet", "Andel nöjda", "Källa: Provkällan", "CC0"), (figure.Wording, figure.Area, figure.MeasureName, figure.Credit, figure.Licence));
        Assert.Equal(("Våren 2024", new DateOnly(2024, 6, 1), true), (found.Round!.Name, found.Round.PublishedOn, found.Round.IsPreliminary));
        Assert.Equal((true, 3), (found.Points[0].IsDoubtful, found.Points[0].EditionNumber));
    }

    [Fact]
    public async Task Figures_that_are_not_shown_are_listed_with_their_reason_and_never_as_zero()
    {
        await Db.Add(
            A.Observation("e-1", "m", 2024, 0), A.Observation("e-2", "m", 2024, state: ObservationState.Suppressed), A.Observation("e-3", "m", 2024));

        var found = await Find("m", 2024);

        Assert.Equal([0, null, null], found.Units.Select(u => u.Figure.Value));
        Assert.Equal(
            [ObservationState.Published, ObservationState.Suppressed, ObservationState.Missing], found.Units.Select(u => u.Figure.State));
        Assert.Equal(1, Assert.Single(found.Years).Figures);
    }

    [Fact]
    public async Task A_year_in_short_has_the_lowest_the_middle_and_the_highest_without_those_in_doubt()
    {
        await Db.Add(
            A.Observation("e-1", "m", 2024, 10), A.Observation("e-2", "m", 2024, 20), A.Observation("e-3", "m", 2024, 40),
            A.Observation("e-4", "m", 2024, 100), A.Observation("e-5", "m", 2024, 0, isDoubtful: true), A.Observation("e-6", "m", 2024),
            A.Observation("e-1", "m", 2022, 7), A.Observation("e-2", "m", 2022, 7), A.Observation("e-3", "m", 2022, 90),
            A.Observation("e-1", "m", 2020, state: ObservationState.Suppressed), A.Observation("e-1", "m", 2024, 99, sex: "M"),
            A.Observation("9901", "m", 2024, 33, scope: Scopes.Municipality));

        Assert.Equal(
            [("municipality", 2024, 1, 33, 33, 33), ("unit", 2024, 4, 10, 30, 100), ("unit", 2022, 3, 7, 7, 90)],
            (await Find("m", 2024)).Years.Select(y => (y.Scope, y.Period, y.Figures, y.Low, y.Median, y.High)));
    }

    [Fact]
    public async Task The_years_of_an_earlier_wording_stand_with_the_newer_ones()
    {
        await Db.Add(
            A.Question("q-new", replaces: "q-old"), A.Measure("new", "q-new"), A.Measure("old", "q-old"), A.Measure("other", "q-other"),
            A.Observation("e-1", "new", 2024, 80), A.Observation("e-1", "old", 2022, 70), A.Observation("e-1", "other", 2022, 1));

        var profile = (await new MeasureProfile(Db.Reporting).Find("new", null, Ct))!;
        var found = await Find("new", 2024);

        Assert.Equal(
            [(2024, profile.Chain[0].MeasureKey, 80.0), (2022, profile.Chain[1].MeasureKey, 70.0)],
            found.Years.Select(y => (y.Period, y.MeasureKey, y.Median)));
    }

    [Fact]
    public async Task A_municipality_narrows_the_units_and_not_the_municipalities()
    {
        await Db.Add(
            A.Unit("right", municipality: "9902"), A.Unit("other", municipality: "9903"),
            A.Observation("right", "m", 2024, 10), A.Observation("other", "m", 2024, 20), A.Observation("other", "m", 2022, 30),
            A.Observation("9902", "m", 2024, 1, scope: Scopes.Municipality), A.Observation("9903", "m", 2024, 2, scope: Scopes.Municipality));

        var found = await Find("m", 2024, a => a with { MunicipalityCode = "9902", Picked = ["other"] });

        Assert.Equal(["right"], found.Units.Select(u => u.Figure.SubjectId));
        Assert.Equal(2, found.Municipalities.Count);
        Assert.Equal([10.0], found.Points.Where(p => p.Scope == "unit").Select(p => p.Value));
        Assert.Equal([(2024, 1)], found.Years.Where(y => y.Scope == "unit").Select(y => (y.Period, y.Figures)));
        Assert.Equal([("other", 20.0)], found.Picked.Select(Value));
    }

    [Fact]
    public async Task Names_are_in_Swedish_order_and_alike_ones_by_id()
    {
        await Db.Add(
        [
            A.Unit("e-1", "Östra"), A.Unit("e-3", "Alen"), A.Unit("e-2", "Alen"), A.Unit("e-4", "Åkern"),
            .. new[] { "e-1", "e-2", "e-3", "e-4" }.Select(e => A.Observation(e, "m", 2024, 1)),
        ]);

        Assert.Equal(["e-2", "e-3", "e-4", "e-1"], (await Find("m", 2024)).Units.Select(u => u.Figure.SubjectId));
    }

    [Theory]
    [InlineData("higher", "high zero doubtful hidden")]
    [InlineData("lower", "zero high doubtful hidden")]
    [InlineData("neither", "high zero doubtful hidden")]
    public async Task The_best_stand_first_and_those_in_doubt_or_without_figure_last(string better, string expected)
    {
        await Db.Add(
            A.Measure("m", better: better), A.Observation("zero", "m", 2024, 0), A.Observation("high", "m", 2024, 90),
            A.Observation("hidden", "m", 2024), A.Observation("doubtful", "m", 2024, 95, isDoubtful: true));

        var found = await Find("m", 2024, a => a with { Order = UnitOrder.Result });

        Assert.Equal(expected, string.Join(' ', found.Units.Select(u => u.Figure.SubjectId)));
    }

    [Fact]
    public async Task Most_respondents_stand_first_and_unknown_last()
    {
        await Db.Add(A.Observation("few", "m", 2024, 1, 9), A.Observation("many", "m", 2024, 1, 10), A.Observation("unknown", "m", 2024, 1));

        Assert.Equal(
            ["many", "few", "unknown"],
            (await Find("m", 2024, a => a with { Order = UnitOrder.Respondents })).Units.Select(u => u.Figure.SubjectId));
    }

    [Fact]
    public async Task A_page_holds_its_part_of_the_units_and_the_whole_spread()
    {
        await Db.Add([
            .. Enumerable.Range(1, 51).Select(i => A.Observation($"e-{i}", "m", 2024, i)),
            .. Enumerable.Range(1, 51).Select(i => A.Unit($"e-{i}", $"Gata {i}")),
            A.Observation("9901", "m", 2024, 7, scope: Scopes.Municipality),
        ]);

        var second = await Find("m", 2024, page: 2);

        Assert.Equal("Gata 51", Assert.Single(second.Units).Figure.SubjectName);
        Assert.Equal(51, second.Points.Count(p => p.Scope == "unit"));
        Assert.Single(second.Municipalities);
        Assert.Empty((await Find("m", 2024, page: 3)).Units);
    }

    [Fact]
    public async Task Picked_units_come_in_the_reader_s_order_also_without_figure()
    {
        await Db.Add(
            A.Unit("e-2", "Alen"), A.Unit("e-1", "Björken"), A.Observation("e-1", "m", 2024, 5), A.Observation("e-2", "m", 2022, 6),
            A.Observation("e-3", "m", 2024, 7));

        var found = await Find("m", 2024, a => a with { Picked = ["e-2", "finns-inte", "e-1"] });

        Assert.Equal([("e-2", null), ("e-1", 5.0)], found.Picked.Select(Value));
        Assert.Equal((null, "Alen", 2024, null), (found.Picked[0].Figure.State, found.Picked[0].Figure.SubjectName, found.Picked[0].Figure.Period, found.Picked[0].Figure.EditionNumber));
    }

    private static (string Id, double? Value) Value(PlacedFigure placed) => (placed.Figure.SubjectId, placed.Figure.Value);

    private async Task<MeasureFigures.Result> Find(string id, int period, Func<MeasureAsked, MeasureAsked>? with = null, int page = 1)
    {
        var profile = (await new MeasureProfile(Db.Reporting).Find(id, null, Ct))!;
        var asked = new MeasureAsked { Chain = profile.Chain, Period = period };
        return await new MeasureFigures(Db.Reporting).Page(with is null ? asked : with(asked), page, Ct);
    }

    public sealed class OnSqlite() : MeasureFiguresTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : MeasureFiguresTests(DatabaseEngine.SqlServer);
}
