namespace Portal.Tests.Nightly.Indicators;

/// <summary>The ways from a measure to its figures say what the figures do, in the newest edition and in those before.</summary>
public sealed class MeasurePathTests
{
    private const string Counted = """
        select m.measure_id, s.scope, o.period, count(*), count(o.value)
        from {0} as o
        join rpt.subject as s on s.subject_key = o.subject_key
        join rpt.measure as m on m.measure_key = o.measure_key
        where o.sex = 'T' and {1}
        group by m.measure_id, s.scope, o.period
        order by 1, 2, 3
        """;

    private const string Kept = """
        select m.measure_id, p.scope, p.period, p.named, p.figures
        from {0} as p
        join rpt.measure as m on m.measure_key = p.measure_key
        where {1}
        order by 1, 2, 3
        """;

    [Fact]
    public async Task Counts_by_year_follow_figures_that_come_go_and_are_hidden_and_keep_what_they_were()
    {
        await using var night = await IndicatorTests.Made();
        await night.Run();
        var first = await night.Rows(Text(Kept, "rpt.measure_period"));
        night.Change("ett.csv", ",e1,nojd,2024,,,80,40", ",e1,nojd,2024,,,80,4");
        night.Change("ett.csv", ",e1,ko,2023,,,30,", ",e1,ko,2022,,,31,");
        night.Append("ett.csv", ",e2,ko,2023,,,12,");
        await night.Run();
        night.Change("ett.csv", ",e2,ko,2023,,,12,", ",e2,ko,2023,,,13,");
        await night.Run();

        Assert.Equal(await night.Rows(Text(Counted, "rpt.observation")), await night.Rows(Text(Kept, "rpt.measure_period")));
        Assert.Contains("nyckeltal-nojd|unit|2024|1|0", await night.Rows(Text(Kept, "rpt.measure_period")));
        foreach (var edition in new[] { 1, 2, 3 })
        {
            Assert.Equal(
                await night.Rows(Text(Counted, "rpt.observation_version", HeldAt("o", edition))),
                await night.Rows(Text(Kept, "rpt.measure_period_version", HeldAt("p", edition))));
        }
        Assert.Equal(first, await night.Rows(Text(Kept, "rpt.measure_period_version", HeldAt("p", 1))));
    }

    [Fact]
    public async Task Every_subject_that_has_had_a_figure_of_a_measure_is_found_from_the_measure()
    {
        await using var night = await IndicatorTests.Made();
        await night.Run();
        night.Remove("ett.csv", ",e2,ko,2024");
        night.Append("tva.csv", ",e3,ko,2024,K,,5,");
        await night.Run();

        Assert.Equal(
            await night.Rows("select distinct o.measure_key, o.subject_key from rpt.observation_version as o order by 1, 2"),
            await night.Rows("select x.measure_key, x.subject_key from rpt.measure_subject as x order by 1, 2"));
        Assert.Equal(1, await night.Count("""
            select count(*) from rpt.measure_subject as x
            join rpt.subject as s on s.subject_key = x.subject_key join rpt.measure as m on m.measure_key = x.measure_key
            where s.subject_id = 'e2' and m.measure_id = 'nyckeltal-ko'
            """));
    }

    private static string Text(string sql, string table, string held = "1 = 1") =>
        sql.Replace("{0}", table, StringComparison.Ordinal).Replace("{1}", held, StringComparison.Ordinal);

    private static string HeldAt(string alias, int edition) =>
        FormattableString.Invariant($"{alias}.edition_number <= {edition} and ({alias}.until_edition = 0 or {alias}.until_edition > {edition})");
}
