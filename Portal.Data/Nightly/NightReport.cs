namespace Portal.Data.Nightly;

/// <summary>How a night ended.</summary>
public enum NightOutcome
{
    /// <summary>An edition was published; with a dry run: would have been.</summary>
    Published,

    /// <summary>Nothing differed from what is published.</summary>
    Unchanged,

    /// <summary>Nothing was published because of errors.</summary>
    Failed,
}

/// <summary>What a night came to.</summary>
public sealed record NightReport
{
    /// <summary>The night's number; 0 for a dry run, which leaves no trace.</summary>
    public int NightNumber { get; init; }

    /// <summary>How it ended.</summary>
    public NightOutcome Outcome { get; init; }

    /// <summary>The edition that it published, or with a dry run would have; null for none.</summary>
    public int? EditionNumber { get; init; }

    /// <summary>Each source, in order.</summary>
    public required IReadOnlyList<SourceReport> Sources { get; init; }
}

/// <summary>What one source gave.</summary>
public sealed record SourceReport
{
    /// <summary>The source's id.</summary>
    public required string SourceId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary><c>read</c>, <c>unchanged</c> or <c>failed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>SHA-256 of what it was read from; null when it could not be read.</summary>
    public string? DeliveryHash { get; init; }

    /// <summary>Hash of what its files of figures rest on; null when it could not be read.</summary>
    public string? BasisHash { get; init; }

    /// <summary>Data rows read.</summary>
    public int RowsRead { get; init; }

    /// <summary>Rows taken.</summary>
    public int RowsAccepted { get; init; }

    /// <summary>Rows not taken.</summary>
    public int RowsRejected { get; init; }

    /// <summary>Rows that say what was already published.</summary>
    public int RowsUnchanged { get; init; }

    /// <summary>Remarks on rows that were taken.</summary>
    public int Remarks { get; init; }

    /// <summary>Figures and answers staged.</summary>
    public int RowsStaged { get; init; }

    /// <summary>Seconds that reading took.</summary>
    public double Seconds { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Message { get; init; }

    /// <summary>Sentences for the reader of the run.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Rows concerned, by kind (reject, remark) and reason.</summary>
    public IReadOnlyDictionary<(string Kind, string Reason), int> Reasons { get; init; } = new Dictionary<(string, string), int>();

    /// <summary>Rows not taken, or taken with a remark, as they arrived.</summary>
    public IReadOnlyList<RejectedRow> Rejects { get; init; } = [];

    /// <summary>Units that no register names.</summary>
    public IReadOnlyList<UnmatchedUnit> Unmatched { get; init; } = [];

    /// <summary>The subjects of each file that was read, where its files hold whole subjects; else empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<int>> Parts { get; init; } = new Dictionary<string, IReadOnlySet<int>>();

    /// <summary>The subjects that those files held before; null where no file was left unread.</summary>
    public IReadOnlySet<int>? Before { get; init; }

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<KeptFile> Files { get; init; } = [];
}

/// <summary>A file of a delivery: its hash, size in bytes, and where its bytes are kept; empty when they are not.</summary>
public sealed record KeptFile(string Name, string Hash, long Bytes, string KeptAs);
