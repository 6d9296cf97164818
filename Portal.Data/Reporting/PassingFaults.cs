using System.Collections.Frozen;
using Microsoft.Data.SqlClient;
using Polly;
using Polly.Retry;

namespace Portal.Data.Reporting;

/// <summary>
/// Faults of SQL Server that pass by themselves, and how a login or a question is tried again after one. Only these are: they
/// change nothing. A night is never taken up in the middle; its transaction is undone, and the one who started it starts it anew.
/// </summary>
internal static class PassingFaults
{
    /// <summary>The login's database cannot be opened: while it moves, and for ever where its name is wrong.</summary>
    private const int NoSuchDatabase = 4060;

    /// <summary>From this class on the connection is gone.</summary>
    private const byte Broken = 20;

    // Microsoft's list for Azure SQL (troubleshoot-common-errors-issues) and what a failover, a deadlock or a migration gives.
    private static readonly FrozenSet<int> Numbers = new[]
    {
        1203, 1204, 1205, 1221, 1222, // locks: none to be had, deadlock, waited too long
        3961, // a migration changed a table during a snapshot
        617, 669, 921, NoSuchDatabase, 4221, // the database is moving, recovering or not yet open to logins
        10928, 10929, 10936, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920, // Azure SQL: busy, throttled, waking up
        64, 121, 233, 10053, 10054, 10060, // the network let go
    }.ToFrozenSet();

    /// <summary>To ask a page's question: up to four times, within about two seconds. A reader waits.</summary>
    public static readonly ResiliencePipeline Ask = Retry(times: 3, first: TimeSpan.FromMilliseconds(250), Pass);

    /// <summary>To log in for a page: likewise. A server that is nowhere to be found has no number here, and is told of at once.</summary>
    public static readonly ResiliencePipeline LogIn = Retry(times: 3, first: TimeSpan.FromMilliseconds(250), (number, _) => Numbers.Contains(number));

    /// <summary>To log in for the night and migrations: up to seven times, within about a minute, which a database takes to move or wake up; not for a wrong name.</summary>
    public static readonly ResiliencePipeline LogInPatiently = Retry(times: 6, first: TimeSpan.FromSeconds(1), (number, _) => number != NoSuchDatabase && Numbers.Contains(number));

    /// <summary>
    /// Whether a fault is over when the question is asked again. A question that took too long (-2) is not: it would take as long once
    /// more, from a server that is busy already.
    /// </summary>
    public static bool Pass(int number, byte severity) => number != -2 && (severity >= Broken || Numbers.Contains(number));

    private static ResiliencePipeline Retry(int times, TimeSpan first, Func<int, byte, bool> passes) => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SqlException>(e => e.Errors.Cast<SqlError>().Any(x => passes(x.Number, x.Class))),
            MaxRetryAttempts = times,
            Delay = first,
            BackoffType = DelayBackoffType.Exponential,
        })
        .Build();
}
