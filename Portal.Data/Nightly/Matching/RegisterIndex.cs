using System.Collections.Frozen;

namespace Portal.Data.Nightly.Matching;

/// <summary>The register units of one municipality and service area, found by the rules' keys.</summary>
internal sealed class RegisterIndex
{
    private readonly Entry[] entries;
    private readonly Dictionary<string, Entry> byId;
    private readonly ILookup<string, Entry> bySame;
    private readonly ILookup<string, Entry> byService;
    private readonly ILookup<string, Entry> byDash;
    private readonly ILookup<string, Entry> byKind;
    private readonly ILookup<string, Entry> byProvider;
    private readonly ILookup<string, Entry> byAddress;
    private readonly ILookup<string, Entry> byWord;

    public RegisterIndex(IReadOnlyCollection<RegisterUnit> units, KindWords words)
    {
        var named = units.Select(unit => (Unit: unit, Keys: new NameKeys(unit.Name, words))).ToArray();
        var providers = ProviderWords(named);
        entries = [.. named.Select(n => new Entry(
            n.Unit,
            n.Keys,
            n.Keys.Without(n.Unit.ProviderId is { } id ? providers.GetValueOrDefault(id, FrozenSet<string>.Empty) : FrozenSet<string>.Empty),
            n.Unit.Address is { } address ? new NameKeys(address, words).ButService : ""))];
        byId = entries.DistinctBy(e => e.Unit.UnitId, StringComparer.Ordinal).ToDictionary(e => e.Unit.UnitId, StringComparer.Ordinal);
        bySame = By(e => e.Keys.Same);
        byService = By(e => e.Keys.ButService);
        byDash = entries.Where(e => e.Keys.HasRange).ToLookup(e => e.Keys.ButDash, StringComparer.Ordinal);
        byKind = By(e => e.Keys.ButKind);
        byProvider = By(e => e.ButProvider);
        byAddress = entries.Where(e => !e.Keys.HasNumber).ToLookup(e => e.Address, StringComparer.Ordinal);
        byWord = entries.SelectMany(e => e.Keys.Distinctive, (e, word) => (e, word)).ToLookup(x => x.word, x => x.e, StringComparer.Ordinal);

        ILookup<string, Entry> By(Func<Entry, string> key) => entries.ToLookup(key, StringComparer.Ordinal);
    }

    public IReadOnlyList<Entry> Entries => entries;

    public Entry? WithId(string unitId) => byId.GetValueOrDefault(unitId);

    /// <summary>The entries that a rule on names finds. An empty key finds nothing.</summary>
    public IEnumerable<Entry> Find(MatchRule rule, NameKeys name) => rule switch
    {
        MatchRule.SameName => Of(bySame, name.Same),
        MatchRule.SameNameButService => Of(byService, name.ButService),
        // Of the two names, only one has its dash: two ranges are the business of the rules above.
        MatchRule.SameNameButDash => name.HasRange ? [] : Of(byDash, name.ButDash),
        MatchRule.SameNameButKind => Of(byKind, name.ButKind),
        MatchRule.SameNameButProvider => Of(byProvider, name.ButKind),
        MatchRule.NameIsAddress => name.HasNumber ? Of(byAddress, name.ButService) : [],
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a rule on names."),
    };

    /// <summary>The entries that have all of a name's distinctive words.</summary>
    public IEnumerable<Entry> WithAllWordsOf(NameKeys name) => name.Distinctive.Count == 0
        ? []
        : byWord[name.Distinctive.First()].Where(e => name.Distinctive.IsSubsetOf(e.Keys.Distinctive));

    private static IEnumerable<Entry> Of(ILookup<string, Entry> lookup, string key) => key.Length == 0 ? [] : lookup[key];

    // A word is a provider's own when every one of its two or more units bears it and nobody else's does.
    private static Dictionary<string, FrozenSet<string>> ProviderWords((RegisterUnit Unit, NameKeys Keys)[] named)
    {
        var bearers = named
            .SelectMany(n => n.Keys.Distinctive, (n, word) => (word, n.Unit.ProviderId))
            .GroupBy(x => x.word, x => x.ProviderId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        return named
            .Where(n => n.Unit.ProviderId is not null)
            .GroupBy(n => n.Unit.ProviderId!, StringComparer.Ordinal)
            .Where(units => units.Skip(1).Any())
            .ToDictionary(
                units => units.Key,
                units => units
                    .Select(n => n.Keys.Distinctive.AsEnumerable())
                    .Aggregate((all, next) => all.Intersect(next, StringComparer.Ordinal))
                    .Where(word => bearers[word] == 1 && !char.IsAsciiDigit(word[0]))
                    .ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    internal sealed record Entry(RegisterUnit Unit, NameKeys Keys, string ButProvider, string Address);
}
