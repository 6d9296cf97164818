using Portal.Data.Queries.About;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.About;

public abstract class SourceCreditsTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Made_up_sources_stand_last_and_the_others_by_name()
    {
        await Db.Add(A.Source("3", "A", isSample: true), A.Source("2", "C"), A.Source("1", "B"), A.Source("0", "B"));

        Assert.Equal(["0", "1", "2", "3"], (await new SourceCredits(Db.Reporting).Ask(Ct)).Select(s => s.Id));
    }

    [Fact]
    public async Task A_source_has_its_terms_and_what_it_does_not_state_is_nothing()
    {
        await Db.Add(
            A.Source("all", "A", "Verket", "Källa: A", "CC0", "https://example.org/l", "https://example.org", "varje år"),
            A.Source("none", "B", licence: null));

        var sources = await new SourceCredits(Db.Reporting).Ask(Ct);

        Assert.Equal(
            new SourceCredit { Id = "all", Name = "A", Publisher = "Verket", Credit = "Källa: A", Licence = "CC0", LicenceAddress = "https://example.org/l", Address = "https://example.org", Cadence = "varje år" },
            sources[0]);
        Assert.Equal((null, null, null, null), (sources[1].Licence, sources[1].LicenceAddress, sources[1].Address, sources[1].Cadence));
    }

    public sealed class OnSqlite() : SourceCreditsTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : SourceCreditsTests(DatabaseEngine.SqlServer);
}
