using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Units;

public abstract class UnitListTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Names_are_in_Swedish_order()
    {
        await Db.Add(
            A.Unit("e-1", "Östergården"), A.Unit("e-2", "Ängen"), A.Unit("e-3", "Åkern"), A.Unit("e-4", "Zenit"),
            A.Unit("e-5", "Gata 10"), A.Unit("e-6", "Gata 2"), A.Unit("e-7", "Éclair"));

        Assert.Equal(["Éclair", "Gata 2", "Gata 10", "Zenit", "Åkern", "Ängen", "Östergården"], await Names(new UnitFilter()));
    }

    [Fact]
    public async Task Names_that_are_alike_stand_in_a_fixed_order()
    {
        await Db.Add(A.Unit("e-2", "Solen"), A.Unit("e-1", "Solen"), A.Unit("e-3", "SOLEN"));

        Assert.Equal(["e-1", "e-2", "e-3"], await Ids(new UnitFilter()));
    }

    [Fact]
    public async Task A_filter_lets_through_what_has_all_that_it_asks_for()
    {
        await Db.Add(
            A.Unit("right", municipality: "9902", area: "hemtjanst", ownership: "private"),
            A.Unit("other-municipality", municipality: "9903", area: "hemtjanst", ownership: "private"),
            A.Unit("other-area", municipality: "9902", area: "forskola", ownership: "private"),
            A.Unit("other-owner", municipality: "9902", area: "hemtjanst", ownership: "municipal"),
            A.Unit("no-owner", municipality: "9902", area: "hemtjanst", ownership: null));

        Assert.Equal(["right"], await Ids(new UnitFilter { MunicipalityCode = "9902", ServiceAreaId = "hemtjanst", Ownership = "private" }));
        Assert.Equal(5, (await List(new UnitFilter())).Total);
        Assert.Equal(4, (await List(new UnitFilter { MunicipalityCode = "9902" })).Total);
        Assert.Equal(4, (await List(new UnitFilter { ServiceAreaId = "hemtjanst" })).Total);
    }

    [Theory]
    [InlineData("tallen lilla")]
    [InlineData("LILLA  tallen")]
    [InlineData("tal lil")]
    [InlineData("tållën")]
    [InlineData("13C")]
    [InlineData("c 13")]
    public async Task A_search_finds_all_its_words_in_any_order_and_spelling(string search)
    {
        await Db.Add(A.Unit("right", "Lilla Tallen 13 C"), A.Unit("half", "Stora Eken"), A.Unit("none", "Björken"));

        Assert.Equal(["right"], await Ids(new UnitFilter { Search = search }));
    }

    [Fact]
    public async Task A_search_finds_other_names_but_not_words_from_two_names()
    {
        await Db.Add(
            A.Unit("e-1", "Solen"), A.Alias("e-1", "Gamla Månen"), A.Unit("e-2", "Månen"), A.Alias("e-2", "Ängen", source: "annan"));

        Assert.Equal(["e-2", "e-1"], await Ids(new UnitFilter { Search = "månen" }));
        Assert.Empty(await Ids(new UnitFilter { Search = "solen gamla" }));
    }

    [Fact]
    public async Task Of_more_words_than_count_the_longest_do()
    {
        await Db.Add(A.Unit("e-1", "Aa bb cc dd ee ff gg hh"), A.Unit("e-2", "Aa bb cc dd ee ff gg"));

        Assert.Equal(["e-1"], await Ids(new UnitFilter { Search = "aa bb cc dd ee ff gg hh x" }));
    }

    [Fact]
    public async Task A_unit_that_no_register_lists_is_found_by_name_only()
    {
        await Db.Add(A.Unit("here", "Solen"), A.Unit("gone", "Solens gård", isListed: false));

        Assert.Equal(["here"], await Ids(new UnitFilter()));
        var found = (await List(new UnitFilter { Search = "solen" })).Rows;
        Assert.Equal([("here", true), ("gone", false)], found.Select(u => (u.SubjectId, u.IsListed)));
    }

    [Fact]
    public async Task The_figure_is_the_newest_overall_one_for_all_with_its_passport()
    {
        await Db.Add(
            A.Unit("e-1", headline: "nojd", headlinePeriod: 2024),
            A.Question("q-nojd", "Jag är nöjd", area: "Helhet", rounds: [2022, 2024]),
            A.Measure("nojd", "q-nojd", "Andel nöjda", isHeadline: true),
            A.Measure("annat", "q-annat"),
            A.Round(2024, publishedOn: "2024-06-01"),
            A.EditionSource(3, readAt: new DateTime(2024, 6, 2, 3, 0, 0, DateTimeKind.Utc)),
            A.EditionSource(2, readAt: new DateTime(2023, 6, 2, 3, 0, 0, DateTimeKind.Utc)),
            A.Observation("e-1", "nojd", 2024, 84.5, respondents: 45, invited: 60, rate: 75, edition: 3, isDerived: true),
            A.Observation("e-1", "nojd", 2024, 99, sex: "K"),
            A.Observation("e-1", "nojd", 2022, 98),
            A.Observation("e-1", "annat", 2024, 97),
            A.Observation("e-2", "nojd", 2024, 96),
            A.Observation("9901", "nojd", 2024, 95, scope: "municipality"));

        var unit = (await List(new UnitFilter())).Rows.Single(u => u.SubjectId == "e-1");

        Assert.Equal((84.5, 45, 60, 75.0), (unit.Value, unit.Respondents, unit.Invited, unit.ResponseRate));
        Assert.Equal((2024, "T", ObservationState.Published), (unit.Period, unit.Sex, unit.State));
        Assert.Equal(("Jag är nöjd", "Helhet", "Andel nöjda", "vårdnadshavare"), (unit.Wording, unit.Area, unit.MeasureName, unit.Asked));
        Assert.Equal((new DateOnly(2024, 6, 1), new DateTime(2024, 6, 2, 3, 0, 0, DateTimeKind.Utc)), (unit.PublishedOn, unit.FetchedAt));
        Assert.Equal((3, true, false), (unit.EditionNumber, unit.IsDerived, unit.IsDoubtful));
        Assert.Equal(("Provkällan", "Källa: Provkällan", "CC0"), (unit.SourceName, unit.Credit, unit.Licence));
    }

    [Fact]
    public async Task A_unit_without_a_figure_has_none_and_not_zero()
    {
        await Db.Add(A.Unit("e-1"), A.Unit("e-2", headline: "nojd", headlinePeriod: 2024),
            A.Observation("e-2", "nojd", 2024, respondents: 3, state: ObservationState.Suppressed));

        var rows = (await List(new UnitFilter())).Rows;

        Assert.Equal((null, null, "", null), (rows[0].Value, rows[0].State, rows[0].MeasureId, rows[0].Respondents));
        Assert.Equal((null, ObservationState.Suppressed, "nojd"), (rows[1].Value, rows[1].State, rows[1].MeasureId));
    }

    [Fact]
    public async Task A_unit_has_its_owner_place_and_whether_it_is_made_up()
    {
        await Db.Add(
            A.Municipality("9902", "Sagostad", isSample: true), A.Provider("p-1", "Solbarn AB"), A.Area("hemtjanst", "Hemtjänst"),
            A.Unit("e-1", "Solen", municipality: "9902", area: "hemtjanst", ownership: "private", provider: "p-1",
                address: "Storgatan 1", postalCode: "123 45"));

        var unit = Assert.Single((await List(new UnitFilter())).Rows);

        Assert.Equal(("9902", "Sagostad", true), (unit.MunicipalityCode, unit.MunicipalityName, unit.IsSample));
        Assert.Equal(("hemtjanst", "Hemtjänst", "private", "Solbarn AB"), (unit.ServiceAreaId, unit.ServiceAreaName, unit.Ownership, unit.ProviderName));
        Assert.Equal(("Storgatan 1", "123 45", true), (unit.Address, unit.PostalCode, unit.IsListed));
    }

    [Fact]
    public async Task The_best_result_stands_first_and_none_or_doubtful_last()
    {
        await Db.Add(
            A.Unit("none", "A"), WithResult("low", 60.5), WithResult("high", 91), WithResult("middle", 61),
            WithResult("zero", 0), WithResult("protected", null), WithResult("doubtful", 99));
        await Db.Add(
            Result("low", 60.5), Result("high", 91), Result("middle", 61), Result("zero", 0),
            Result("protected", null, ObservationState.Suppressed), Result("doubtful", 99, isDoubtful: true));

        Assert.Equal(
            ["high", "middle", "low", "zero", "none", "doubtful", "protected"],
            await Ids(new UnitFilter { Order = UnitOrder.Result }));
    }

    [Fact]
    public async Task Where_lower_is_better_the_lowest_stands_first()
    {
        await Db.Add(
            A.Measure("fel", better: "lower", isHeadline: true),
            WithResult("many", 40, "fel"), WithResult("few", 4, "fel"),
            A.Observation("many", "fel", 2024, 40), A.Observation("few", "fel", 2024, 4));

        Assert.Equal(["few", "many"], await Ids(new UnitFilter { Order = UnitOrder.Result }));
    }

    [Fact]
    public async Task Shares_and_means_meet_as_parts_of_their_scales_and_the_mix_is_told()
    {
        await Db.Add(
            A.Measure("medel", kind: "mean", low: 1, high: 5, isHeadline: true),
            WithResult("mean", 4, "medel"), WithResult("share", 70), WithResult("low-mean", 3.5, "medel"),
            A.Observation("mean", "medel", 2024, 4), Result("share", 70), A.Observation("low-mean", "medel", 2024, 3.5));

        var mixed = await List(new UnitFilter { Order = UnitOrder.Result });

        Assert.Equal(["mean", "share", "low-mean"], mixed.Rows.Select(u => u.SubjectId));
        Assert.All(mixed.Rows, u => Assert.True(u.IsMixed));
        Assert.All((await List(new UnitFilter())).Rows, u => Assert.False(u.IsMixed));
        Assert.False((await List(new UnitFilter { Order = UnitOrder.Result, Search = "share" })).Rows.Single().IsMixed);
    }

    [Fact]
    public async Task Most_respondents_stand_first_and_unknown_last()
    {
        await Db.Add(
            A.Unit("none", "A"), WithResult("few", 50), WithResult("many", 50), WithResult("unknown", 50),
            Result("few", 50, respondents: 9), Result("many", 50, respondents: 10), Result("unknown", 50, respondents: null));

        Assert.Equal(["many", "few", "none", "unknown"], await Ids(new UnitFilter { Order = UnitOrder.Respondents }));
    }

    [Fact]
    public async Task A_page_holds_its_part_and_the_total_of_all()
    {
        await Db.Add([.. Enumerable.Range(1, 26).Select(i => A.Unit($"e-{i}", $"Gata {i}"))]);

        var first = await List(new UnitFilter());
        var second = await List(new UnitFilter(), page: 2);
        var third = await List(new UnitFilter(), page: 3);

        Assert.Equal((25, 26, "e-1"), (first.Rows.Count, first.Total, first.Rows[0].SubjectId));
        Assert.Equal((1, 26, "e-26"), (second.Rows.Count, second.Total, second.Rows[0].SubjectId));
        Assert.Equal((0, 0), (third.Rows.Count, third.Total));
    }

    [Fact]
    public async Task All_units_come_in_the_same_order_as_on_the_pages()
    {
        await Db.Add([.. Enumerable.Range(1, 30).Select(i => A.Unit($"e-{i}", $"Gata {i}"))]);

        var ids = new List<string>();
        await foreach (var unit in new UnitList(Db.Reporting).All(new UnitFilter(), Ct))
            ids.Add(unit.SubjectId);

        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"e-{i}"), ids);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task A_page_that_cannot_be_is_refused(int page) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => List(new UnitFilter(), page));

    private static Made WithResult(string id, double? value, string measure = "nojd") =>
        A.Unit(id, value is null ? "Ö" : $"B {id}", headline: measure, headlinePeriod: 2024);

    private static Made Result(
        string id, double? value, ObservationState? state = null, bool isDoubtful = false, int? respondents = 20) =>
        A.Observation(id, "nojd", 2024, value, respondents, state: state, isDoubtful: isDoubtful);

    private Task<UnitList.Result> List(UnitFilter filter, int page = 1) => new UnitList(Db.Reporting).Page(filter, page, Ct);

    private async Task<IEnumerable<string>> Ids(UnitFilter filter) => (await List(filter)).Rows.Select(u => u.SubjectId);

    private async Task<IEnumerable<string>> Names(UnitFilter filter) => (await List(filter)).Rows.Select(u => u.SubjectName);

    public sealed class OnSqlite() : UnitListTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : UnitListTests(DatabaseEngine.SqlServer);
}
