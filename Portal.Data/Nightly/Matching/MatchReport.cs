namespace Portal.Data.Nightly.Matching;

/// <summary>Turns what was settled of the clusters into a result for each survey unit.</summary>
internal static class MatchReport
{
    private const int MostCandidates = 3;

    // Below this the names have hardly a word in common, and the list would only take a reader's time.
    private const double LeastSimilarity = 0.5;

    public static IEnumerable<MatchResult> Of(List<SurveyCluster> clusters, RegisterIndex index)
    {
        var leads = clusters
            .Where(c => c.Settled is not null)
            .GroupBy(c => c.Settled!.UnitId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Lead(g.SelectMany(c => c.Members)), StringComparer.Ordinal);
        var repeated = Repeated(clusters);
        foreach (var cluster in clusters)
        {
            var settled = cluster.Settled;
            foreach (var member in cluster.Members)
            {
                yield return new MatchResult
                {
                    Survey = member.Unit,
                    UnitId = settled?.UnitId,
                    Rule = settled is null ? null : member.Rule ?? MatchRule.SameReport,
                    Reason = settled is null ? cluster.Reason ?? OwnReason.None : null,
                    LeadOutsideId = settled is null ? Lead(cluster.Members) : leads[settled.UnitId],
                    Candidates = settled is null ? Nearest(member, cluster, index) : [],
                    RepeatedPeriods = [.. repeated[member.Unit.OutsideId].Order()],
                };
            }
        }
    }

    private static string Lead(IEnumerable<NamedSurveyUnit> members) =>
        members.Select(m => m.Unit.OutsideId).Min(OutsideIdOrder.Instance)!;

    private static MatchCandidate[] Nearest(NamedSurveyUnit member, SurveyCluster cluster, RegisterIndex index) =>
    [
        .. index.Entries
            .Select(entry => (
                Tied: cluster.Tied.Contains(entry.Unit),
                Candidate: new MatchCandidate
                {
                    Unit = entry.Unit,
                    Similarity = Likeness(member.Keys, entry),
                }))
            .Where(x => x.Tied || x.Candidate.Similarity >= LeastSimilarity)
            .OrderByDescending(x => x.Tied)
            .ThenByDescending(x => x.Candidate.Similarity)
            .ThenBy(x => x.Candidate.Unit.UnitId, StringComparer.Ordinal)
            .Select(x => x.Candidate)
            .Take(MostCandidates),
    ];

    private static double Likeness(NameKeys name, RegisterIndex.Entry entry) => Math.Max(
        NameSimilarity.OfWords(name.Distinctive, entry.Keys.Distinctive),
        Math.Max(
            NameSimilarity.Of(name.ButService, entry.Keys.ButService),
            NameSimilarity.Of(name.ButService, entry.Address)));

    // A report that several ids hold stays with one that was matched, else with the smallest id.
    private static ILookup<string, int> Repeated(List<SurveyCluster> clusters) =>
        clusters
            .SelectMany(c => c.Members, (c, m) => (Matched: c.Settled is not null, m.Unit))
            .SelectMany(x => x.Unit.Reports, (x, report) => (x.Matched, x.Unit.OutsideId, report.Period, report.Fingerprint))
            .Where(x => x.Fingerprint is not null)
            .GroupBy(x => (x.Period, x.Fingerprint))
            .SelectMany(same => same.OrderByDescending(x => x.Matched).ThenBy(x => x.OutsideId, OutsideIdOrder.Instance).Skip(1))
            .ToLookup(x => x.OutsideId, x => x.Period, StringComparer.Ordinal);
}

/// <summary>Shorter ids first, so that numbers come by value.</summary>
internal sealed class OutsideIdOrder : IComparer<string>
{
    public static OutsideIdOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var byLength = (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
        return byLength != 0 ? byLength : string.CompareOrdinal(x, y);
    }
}
