using Portal.Data.Reporting;

namespace Portal.Data.Queries.Municipalities;

/// <summary>Which municipalities may one be compared with, and why?</summary>
public sealed class MunicipalitySuggestions(ReportingDb db)
{
    /// <summary>Suggestions for a municipality; for a code that none has, only the names of all.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> Find(string code, CancellationToken ct) => db.Read(typeof(MunicipalitySuggestions), new { code }, async grid => new Result
    {
        Neighbours = [.. await grid.ReadAsync<MunicipalityName>()],
        Similar = SimilarMunicipality.Of(await grid.ReadAsync<SuggestedMunicipality>()),
        SameGroup = [.. await grid.ReadAsync<SuggestedMunicipality>()],
        SameCounty = [.. await grid.ReadAsync<SuggestedMunicipality>()],
        All = [.. await grid.ReadAsync<MunicipalityName>()],
    }, ct);

    /// <summary>Suggestions by their reason. Never the municipality itself.</summary>
    public sealed record Result
    {
        /// <summary>The municipalities that share its border, by name.</summary>
        public IReadOnlyList<MunicipalityName> Neighbours { get; init; } = [];

        /// <summary>Those in groups of similar ones drawn up for it: those in most groups first, then by name.</summary>
        public IReadOnlyList<SimilarMunicipality> Similar { get; init; } = [];

        /// <summary>Those of its SKR group, by name.</summary>
        public IReadOnlyList<SuggestedMunicipality> SameGroup { get; init; } = [];

        /// <summary>Those of its county, by name.</summary>
        public IReadOnlyList<SuggestedMunicipality> SameCounty { get; init; } = [];

        /// <summary>Every municipality, by name.</summary>
        public IReadOnlyList<MunicipalityName> All { get; init; } = [];

        /// <summary>Whether any suggestion is made up.</summary>
        public bool ShowsSample => Neighbours.Concat(Similar.Select(s => s.Municipality)).Concat(SameGroup).Concat(SameCounty).Any(m => m.IsSample);
    }
}

/// <summary>A municipality that is suggested because of a group.</summary>
public sealed record SuggestedMunicipality : MunicipalityName
{
    /// <summary>The group's name; the county's where the reason is the county. Null where the source does not name it.</summary>
    public string? GroupName { get; init; }

    /// <summary>The year that the group was drawn up for; null where it stands.</summary>
    public int? Period { get; init; }

    /// <summary>How the group's source wants to be credited; null where the reason is the county.</summary>
    public string? Credit { get; init; }
}

/// <summary>A similar municipality with all the groups that say so.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Groups">At least one, by name.</param>
public sealed record SimilarMunicipality(MunicipalityName Municipality, IReadOnlyList<SuggestedMunicipality> Groups)
{
    /// <summary>One a municipality, from rows in the order of names: those in most groups first.</summary>
    public static IReadOnlyList<SimilarMunicipality> Of(IEnumerable<SuggestedMunicipality> rows) =>
    [
        .. rows.GroupBy(r => r.Code, StringComparer.Ordinal)
            .Select(m => new SimilarMunicipality(m.First(), [.. m]))
            .OrderByDescending(m => m.Groups.Count),
    ];
}
