using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly;

/// <summary>
/// The same nights on both engines, as <see cref="QueryContract"/> has the same questions: a suite is abstract and has two sealed
/// heirs. SQL Server runs where <c>PORTAL_TEST_SQLSERVER</c> gives one, on a database of each test's own, and is else skipped saying so.
/// </summary>
public abstract class NightContract(DatabaseEngine engine)
{
    /// <summary>The engine of this heir.</summary>
    protected DatabaseEngine Engine => engine;

    /// <summary>A folder with the usual files and a database that no night has run on.</summary>
    protected Task<MadeNight> New()
    {
        TestDatabase.SkipWithout(engine);
        return MadeNight.New(engine);
    }

    /// <summary>As <see cref="New"/>, and a first night has published edition 1.</summary>
    protected Task<MadeNight> Published()
    {
        TestDatabase.SkipWithout(engine);
        return MadeNight.Published(engine);
    }
}
