namespace Portal.Data.Nightly.Matching;

/// <summary>
/// Finds which register unit each of a survey's units is, by municipality, service area and name, in the order of
/// <see cref="MatchRule"/>. Pure: no clock, no culture, no database. A false match is far worse than a miss, so
/// what is not certain becomes a unit of its own, with its nearest candidates for a person to look at.
/// </summary>
/// <param name="words">The words that tell nothing within the service area.</param>
public sealed class UnitMatcher(KindWords words)
{
    private static readonly MatchRule[] Rules =
    [
        MatchRule.Alias, MatchRule.RegisterId, MatchRule.SameName, MatchRule.SameNameButService, MatchRule.SameNameButDash,
        MatchRule.SameNameButKind, MatchRule.SameNameButProvider, MatchRule.NameIsAddress,
    ];

    /// <summary>Matches one source's units.</summary>
    /// <param name="source">The source; aliases of other sources are left alone.</param>
    /// <param name="survey">The source's units. The order does not change who is matched.</param>
    /// <param name="register">The register's units, of any municipality and service area.</param>
    /// <param name="aliases">What people have settled.</param>
    /// <returns>A result for each survey unit, and the aliases that settled nothing.</returns>
    /// <exception cref="ArgumentException">Two survey units share an outside id, or one has two reports for a period.</exception>
    public MatchOutcome Match(
        string source,
        IReadOnlyCollection<SurveyUnit> survey,
        IReadOnlyCollection<RegisterUnit> register,
        IReadOnlyCollection<UnitAlias> aliases)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(aliases);
        RefuseDoubles(survey);

        var aliasById = aliases
            .Where(a => string.Equals(a.Source, source, StringComparison.Ordinal))
            .GroupBy(a => a.OutsideId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var unused = new List<UnusedAlias>();
        var results = new Dictionary<string, MatchResult>(StringComparer.Ordinal);
        var registerByPlace = register.ToLookup(unit => (unit.MunicipalityCode, unit.ServiceAreaId));

        foreach (var place in survey.GroupBy(unit => (unit.MunicipalityCode, unit.ServiceAreaId)))
        {
            var index = new RegisterIndex([.. registerByPlace[place.Key]], words);
            // By id, so that no result hangs on the order of the source's rows.
            var units = place
                .OrderBy(unit => unit.OutsideId, OutsideIdOrder.Instance)
                .Select(unit => Named(unit, index, aliasById.GetValueOrDefault(unit.OutsideId), unused))
                .ToArray();
            var clusters = SurveyCluster.BySameReport(units);
            KeepApart(clusters);
            foreach (var rule in Rules)
                Settle(rule, clusters, index);
            JoinUnmatched(clusters);
            foreach (var result in MatchReport.Of(clusters, index))
                results.Add(result.Survey.OutsideId, result);
        }

        unused.AddRange(aliasById.Values
            .Where(alias => !results.ContainsKey(alias.OutsideId))
            .Select(alias => new UnusedAlias { Alias = alias, Reason = "The survey has no such id." }));
        return new MatchOutcome { Results = [.. survey.Select(unit => results[unit.OutsideId])], UnusedAliases = unused };
    }

    private NamedSurveyUnit Named(SurveyUnit unit, RegisterIndex index, UnitAlias? alias, List<UnusedAlias> unused)
    {
        var keys = new NameKeys(unit.Name, words);
        if (alias is null)
            return new NamedSurveyUnit(unit, keys, alias: null);

        var fault = !string.Equals(new NameKeys(alias.Name, words).Same, keys.Same, StringComparison.Ordinal)
            ? $"The survey now calls the id \"{unit.Name}\"."
            : alias.UnitId is { } id && index.WithId(id) is null
                ? "The register has no such unit in the survey unit's municipality and service area."
                : null;
        if (fault is not null)
            unused.Add(new UnusedAlias { Alias = alias, Reason = fault });
        return new NamedSurveyUnit(unit, keys, fault is null ? alias : null);
    }

    private static void KeepApart(List<SurveyCluster> clusters)
    {
        foreach (var cluster in clusters.Where(c => c.Members.Any(m => m.IsKeptApart)))
            cluster.KeepOwn(OwnReason.KeptApart, []);
    }

    private static void Settle(MatchRule rule, List<SurveyCluster> clusters, RegisterIndex index)
    {
        var claims = new Dictionary<SurveyCluster, RegisterUnit>();
        foreach (var cluster in clusters.Where(c => c.IsOpen))
        {
            var finders = cluster.Members
                .Select(member => (Member: member, Units: Found(rule, cluster, member, index)))
                .Where(x => x.Units.Length > 0)
                .ToArray();
            if (finders.Length == 0)
                continue;
            var units = finders.SelectMany(x => x.Units.Concat(AlsoNamed(rule, x.Member, index))).Distinct().ToArray();
            if (units.Length > 1)
            {
                cluster.KeepOwn(OwnReason.Several, units);
                continue;
            }

            foreach (var (member, _) in finders)
                member.Rule = rule;
            claims.Add(cluster, units[0]);
        }

        // All are judged before any is settled, so that the order of the claims decides nothing.
        var collisions = claims.Where(claim => Collides(rule, claim.Key, claim.Value, claims, clusters)).Select(claim => claim.Key).ToHashSet();
        foreach (var (cluster, unit) in claims)
        {
            if (collisions.Contains(cluster))
                cluster.KeepOwn(OwnReason.Collision, [unit]);
            else
                cluster.Settle(unit);
        }
    }

    private static RegisterUnit[] Found(MatchRule rule, SurveyCluster cluster, NamedSurveyUnit member, RegisterIndex index)
    {
        if (rule is MatchRule.Alias or MatchRule.RegisterId)
        {
            var id = rule == MatchRule.Alias ? member.Alias?.UnitId : member.Unit.RegisterUnitId;
            return id is not null && index.WithId(id) is { } entry ? [entry.Unit] : [];
        }

        var ownershipMustBeKnown = rule is MatchRule.SameNameButKind or MatchRule.SameNameButProvider or MatchRule.NameIsAddress;
        return
        [
            .. index.Find(rule, member.Keys)
                .Where(entry => cluster.MayBe(entry.Unit, ownershipMustBeKnown) && !member.Keys.SaysOtherDirectionThan(entry.Keys))
                .Select(entry => entry.Unit),
        ];
    }

    // Where words are left out of a name, another register unit that has all of the remaining ones may be meant too:
    // "Förskolan Eken" is not certain to be "Eken" where there is also "Kyrkans förskola Eken".
    private static IEnumerable<RegisterUnit> AlsoNamed(MatchRule rule, NamedSurveyUnit member, RegisterIndex index) =>
        LeavesWordsOut(rule) ? index.WithAllWordsOf(member.Keys).Select(entry => entry.Unit) : [];

    private static bool Collides(
        MatchRule rule, SurveyCluster cluster, RegisterUnit unit, Dictionary<SurveyCluster, RegisterUnit> claims, List<SurveyCluster> clusters)
    {
        // Two that contradict each other spoil the claim of a third as well: one of them may be the third's.
        var claimants = claims.Where(claim => claim.Value == unit).Select(claim => claim.Key).ToArray();
        if (claimants.SelectMany((one, i) => claimants.Skip(i + 1), (one, other) => one.ContradictsReportsOf(other)).Any(x => x))
            return true;
        if (clusters.Any(other => other.Settled == unit && cluster.ContradictsReportsOf(other)))
            return true;
        return LeavesWordsOut(rule) && clusters.Any(other =>
            other != cluster && other.Settled is null && IsNamesake(rule, cluster, other));
    }

    // "Förskolan Eken" and "Montessoriförskolan Eken" in one round: the words left out are what parts them.
    private static bool IsNamesake(MatchRule rule, SurveyCluster cluster, SurveyCluster other) =>
        cluster.Members.Any(m => m.Rule == rule && m.Keys.Distinctive.Count > 0 &&
                                 other.Members.Any(o => m.Keys.Distinctive.IsSubsetOf(o.Keys.Distinctive))) &&
        cluster.ContradictsReportsOf(other);

    private static bool LeavesWordsOut(MatchRule rule) =>
        rule is MatchRule.SameNameButService or MatchRule.SameNameButKind or MatchRule.SameNameButProvider;

    // A unit that the register does not have may still have changed its id between rounds.
    private static void JoinUnmatched(List<SurveyCluster> clusters)
    {
        Func<NameKeys, string>[] forms = [keys => keys.Same, keys => keys.ButService, keys => keys.ButDash];
        foreach (var form in forms)
        {
            var byName = clusters
                .Where(c => c.IsOpen)
                .SelectMany(c => c.Members.Select(m => form(m.Keys)).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal), (c, key) => (c, key))
                .GroupBy(x => x.key, x => x.c, StringComparer.Ordinal)
                .Where(group => group.Skip(1).Any())
                .ToArray();
            foreach (var same in byName)
            {
                var alive = same.Where(clusters.Contains).ToArray();
                // "1-123" and "11-23" are both "1123" without the dash.
                var ranges = alive.SelectMany(c => c.Members).Where(m => m.Keys.HasRange && form(m.Keys) == same.Key).Select(m => m.Keys.ButService);
                if (ranges.Distinct(StringComparer.Ordinal).Skip(1).Any())
                    continue;
                var pairs = alive.SelectMany((one, i) => alive.Skip(i + 1), (one, other) => (one, other));
                if (pairs.Any(p => p.one.ContradictsReportsOf(p.other) || p.one.RunByMunicipality != p.other.RunByMunicipality))
                    continue;
                foreach (var other in alive.Skip(1))
                {
                    alive[0].Absorb(other);
                    clusters.Remove(other);
                }
            }
        }
    }

    private static void RefuseDoubles(IReadOnlyCollection<SurveyUnit> survey)
    {
        var twice = survey.GroupBy(unit => unit.OutsideId, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any());
        if (twice is not null)
            throw new ArgumentException($"The outside id {twice.Key} stands twice among the survey's units.", nameof(survey));
        var overfull = survey.FirstOrDefault(unit => unit.Reports.GroupBy(report => report.Period).Any(g => g.Skip(1).Any()));
        if (overfull is not null)
            throw new ArgumentException($"The outside id {overfull.OutsideId} has two reports for one period.", nameof(survey));
    }
}
