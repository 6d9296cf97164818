namespace Portal.Data.Nightly.Matching;

/// <summary>The outside ids that are known to be one unit, and what has been settled of it.</summary>
internal sealed class SurveyCluster(IReadOnlyList<NamedSurveyUnit> members)
{
    public List<NamedSurveyUnit> Members { get; } = [.. members];

    public RegisterUnit? Settled { get; private set; }

    public OwnReason? Reason { get; private set; }

    public IReadOnlyList<RegisterUnit> Tied { get; private set; } = [];

    public bool IsOpen => Settled is null && Reason is null;

    /// <summary>Null when no id says, or when they say different things.</summary>
    public bool? RunByMunicipality { get; private set; } = Ownership(members);

    public void Settle(RegisterUnit unit) => Settled = unit;

    public void KeepOwn(OwnReason reason, IEnumerable<RegisterUnit> tied)
    {
        Reason = reason;
        Tied = [.. tied];
    }

    public void Absorb(SurveyCluster other)
    {
        Members.AddRange(other.Members);
        RunByMunicipality = Ownership(Members);
    }

    /// <summary>Whether the two have different reports for one period, so that they cannot be one unit.</summary>
    public bool ContradictsReportsOf(SurveyCluster other) =>
        Members.Any(a => other.Members.Any(b => Contradict(a.Unit, b.Unit)));

    public static bool Contradict(SurveyUnit one, SurveyUnit other) =>
        one.Reports.Any(a => other.Reports.Any(b => a.Period == b.Period && !a.IsSameAs(b)));

    public bool MayBe(RegisterUnit unit, bool ownershipMustBeKnown) =>
        RunByMunicipality is { } survey && unit.RunByMunicipality is { } register ? survey == register : !ownershipMustBeKnown;

    /// <summary>
    /// Puts ids that hold one and the same report together. Ids that also have different reports for one period
    /// stay single: one of the two reports must then be somebody else's.
    /// </summary>
    public static List<SurveyCluster> BySameReport(IReadOnlyList<NamedSurveyUnit> units)
    {
        var root = Enumerable.Range(0, units.Count).ToArray();
        var holders = units
            .SelectMany((unit, index) => unit.Unit.Reports.Select(report => (index, report)))
            .Where(x => x.report.Fingerprint is not null && !units[x.index].IsKeptApart)
            .GroupBy(x => (x.report.Period, x.report.Fingerprint));
        foreach (var same in holders)
        {
            var first = Root(same.First().index);
            foreach (var (index, _) in same)
                root[Root(index)] = first;
        }

        return
        [
            .. Enumerable.Range(0, units.Count)
                .GroupBy(Root, i => units[i])
                .Select(group => group.ToArray())
                .SelectMany(group => AnyContradict(group)
                    ? group.Select(unit => new SurveyCluster([unit]))
                    : [new SurveyCluster(group)]),
        ];

        int Root(int index)
        {
            while (root[index] != index)
                index = root[index];
            return index;
        }
    }

    private static bool AnyContradict(NamedSurveyUnit[] group) =>
        group.SelectMany((one, i) => group.Skip(i + 1), (one, other) => Contradict(one.Unit, other.Unit)).Any(x => x);

    private static bool? Ownership(IReadOnlyCollection<NamedSurveyUnit> members)
    {
        var said = members.Select(m => m.Unit.RunByMunicipality).OfType<bool>().Distinct().ToArray();
        return said.Length == 1 ? said[0] : null;
    }
}

/// <summary>A survey unit with its name in the rules' forms, its alias and, when its own name settled it, the rule.</summary>
internal sealed class NamedSurveyUnit(SurveyUnit unit, NameKeys keys, UnitAlias? alias)
{
    public SurveyUnit Unit { get; } = unit;

    public NameKeys Keys { get; } = keys;

    public UnitAlias? Alias { get; } = alias;

    public bool IsKeptApart => Alias is { UnitId: null };

    public MatchRule? Rule { get; set; }
}
