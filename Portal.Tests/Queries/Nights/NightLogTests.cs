using Portal.Data.Queries.Nights;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Nights;

public abstract class NightLogTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task The_newest_nights_come_first_and_no_more_than_asked_for()
    {
        await Db.Add(A.Night(8), A.Night(9), A.Night(10, outcome: "running"), A.Night(11), A.NightSource(8), A.NightReason(8));

        var log = await Newest(3);

        Assert.Equal([11, 10, 9], log.Newest.Select(n => n.Number));
        Assert.Null(log.Newest[1].EndedAt);
        Assert.All(log.Newest, n => Assert.Empty(n.Sources));
    }

    [Fact]
    public async Task A_night_has_its_own_sources_in_their_order_with_their_own_reasons()
    {
        await Db.Add(
            A.NightSource(2, "b", order: 1, read: 10, accepted: 7, rejected: 3, unchanged: 4, remarks: 2, seconds: 1.25),
            A.NightSource(2, "a", order: 2, outcome: "failed", message: "Filen saknas."),
            A.NightSource(1, "b"),
            A.NightReason(2, "b", "reject", "Få", 1), A.NightReason(2, "b", "reject", "Många", 2), A.NightReason(2, "b", "remark", "Tveksam", 5),
            A.NightReason(2, "a", "reject", "Annan källa", 9), A.NightReason(1, "b", "reject", "Annan natt", 9));

        var night = (await Newest(5)).Newest[0];

        Assert.Equal(["b", "a"], night.Sources.Select(s => s.SourceId));
        var source = night.Sources[0];
        Assert.Equal((10, 7, 3, 4, 2, 1.25), (source.RowsRead, source.RowsAccepted, source.RowsRejected, source.RowsUnchanged, source.Remarks, source.Seconds));
        Assert.Equal([("reject", "Många", 2), ("reject", "Få", 1), ("remark", "Tveksam", 5)], source.Reasons.OrderByDescending(r => r.Kind == "reject").Select(r => (r.Kind, r.Reason, r.RowsConcerned)));
        Assert.Equal(("failed", "Filen saknas."), (night.Sources[1].Outcome, night.Sources[1].Message));
    }

    [Fact]
    public async Task What_a_night_published_stands_with_it()
    {
        await Db.Add(A.Edition(4, night: 2, added: 5, changed: 6, removed: 7), A.Edition(3, night: 1, added: 99),
            A.Night(2, edition: 4), A.Night(3, outcome: "unchanged"));

        var log = await Newest(5);

        Assert.Equal((3, null, null), (log.Newest[0].Number, log.Newest[0].EditionNumber, log.Newest[0].Added));
        Assert.Equal((4, 5, 6, 7), (log.Newest[1].EditionNumber, log.Newest[1].Added, log.Newest[1].Changed, log.Newest[1].Removed));
    }

    [Fact]
    public async Task A_source_is_as_fresh_as_the_last_night_that_read_it_and_the_last_edition_it_changed()
    {
        DateTime Day(int day) => new(2025, 3, day, 2, 0, 0, DateTimeKind.Utc);
        await Db.Add(
            A.Source("a", "Källa A", cadence: "varje år"), A.Source("b", "Källa B", licence: null), A.Source("c", "A påhittad", isSample: true),
            A.Night(1, Day(1)), A.Night(2, Day(2)), A.Night(3, Day(3)), A.Night(4, Day(4)),
            A.NightSource(1, "a"), A.NightSource(2, "a", outcome: "unchanged"), A.NightSource(3, "a", outcome: "failed"), A.NightSource(4, "c"),
            A.Edition(1, Day(1)), A.Edition(2, Day(2)), A.Edition(3, Day(3)),
            A.EditionSource(1, "a", added: 1), A.EditionSource(2, "a", removed: 1), A.EditionSource(3, "a"));

        var sources = (await Newest(1)).Sources;

        Assert.Equal(["a", "b", "c"], sources.Select(s => s.Id));
        Assert.Equal((Day(2), Day(2), "varje år"), (sources[0].ReadAt, sources[0].ChangedAt, sources[0].Cadence));
        Assert.Equal((null, null, null), (sources[1].ReadAt, sources[1].ChangedAt, sources[1].Licence));
        Assert.Equal((Day(4), null, true), (sources[2].ReadAt, sources[2].ChangedAt, sources[2].IsSample));
    }

    [Fact]
    public async Task A_source_is_old_when_the_last_night_that_ended_did_not_read_it()
    {
        await Db.Add(
            A.Source("read"), A.Source("unchanged"), A.Source("failed"), A.Source("left-out"), A.Source("never"),
            A.Night(1), A.NightSource(1, "failed"), A.NightSource(1, "left-out", order: 2),
            A.Night(2), A.NightSource(2, "read"), A.NightSource(2, "unchanged", order: 2, outcome: "unchanged"), A.NightSource(2, "failed", order: 3, outcome: "failed"),
            A.Night(3, outcome: "running"));

        var log = await Newest(5);

        Assert.Equal(2, log.Last?.Number);
        Assert.Equal(["failed", "left-out"], log.Sources.Where(log.IsOld).Select(s => s.Id).Order());
    }

    [Fact]
    public async Task The_last_night_is_the_one_with_the_highest_number_whatever_became_of_it()
    {
        Assert.Null(await new LastNight(Db.Reporting).Find(Ct));
        await Db.Add(A.Night(1, new DateTime(2025, 3, 1, 2, 0, 0, DateTimeKind.Utc)), A.Night(2, new DateTime(2025, 3, 2, 2, 0, 0, DateTimeKind.Utc), outcome: "running"));

        var last = await new LastNight(Db.Reporting).Find(Ct);

        Assert.Equal((2, new DateTime(2025, 3, 2, 2, 0, 0, DateTimeKind.Utc)), (last?.Number, last?.StartedAt));
    }

    [Fact]
    public async Task Before_the_first_night_there_is_nothing()
    {
        var log = await Newest(5);

        Assert.Empty(log.Sources);
        Assert.Empty(log.Newest);
    }

    private Task<NightOverview> Newest(int nights) => new NightLog(Db.Reporting).Newest(nights, Ct);

    public sealed class OnSqlite() : NightLogTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : NightLogTests(DatabaseEngine.SqlServer);
}
