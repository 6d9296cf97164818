namespace Portal.Data.Nightly.Profiles;

/// <summary>
/// Fields: <c>unit</c> and <c>other_unit</c> (an id on the portal, or the only one that some source knows the unit by),
/// <c>kind</c> (renamed, merged, split, closed, moved), <c>date</c> (2025-07-01; empty where it is not known),
/// <c>old_name</c>, <c>new_name</c> (of a move: addresses). The file is <c>events</c>.
/// </summary>
public sealed record UnitEventsProfile
{
    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The source's word for what happened to ours: "sammanslagen" to merged.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; init; } = new Dictionary<string, string>();
}
