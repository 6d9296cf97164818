using Portal.Data.Reporting;

namespace Portal.Tests.Support;

/// <summary>
/// The same tests on both engines: a suite is abstract and has two sealed heirs, one an engine. SQLite always runs;
/// SQL Server runs where <c>PORTAL_TEST_SQLSERVER</c> holds a connection string whose login may create databases,
/// and is otherwise skipped saying so.
/// </summary>
public abstract class QueryContract(DatabaseEngine engine) : IAsyncLifetime
{
    /// <summary>This test's own database.</summary>
    protected TestDatabase Db { get; private set; } = null!;

    /// <summary>Cancelled when the test run is.</summary>
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        TestDatabase.SkipWithout(engine);
        Db = await TestDatabase.Empty(engine);
    }

    public async ValueTask DisposeAsync()
    {
        if (Db is not null)
            await Db.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
