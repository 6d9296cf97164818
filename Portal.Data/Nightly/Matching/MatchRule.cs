namespace Portal.Data.Nightly.Matching;

/// <summary>
/// The rules that settle which register unit a survey unit is, best first. Each one settles only when it finds
/// exactly one register unit in the municipality and service area, and no other survey unit with a report of its
/// own for the same period claims that unit.
/// </summary>
public enum MatchRule
{
    /// <summary>A person has said so in the alias file.</summary>
    Alias = 1,

    /// <summary>The survey's file carries the register's id.</summary>
    RegisterId = 2,

    /// <summary>The names are the same but for case, punctuation, spaces before a house letter and written-out abbreviations.</summary>
    SameName = 3,

    /// <summary>The names are the same when words for the service and for the legal form are left out ("förskola", "AB"),
    /// and no other register unit has all of the name's words.</summary>
    SameNameButService = 4,

    /// <summary>The names are the same when a range of house numbers is written without its dash ("68" is "6-8").</summary>
    SameNameButDash = 5,

    /// <summary>Ownership agrees and the names are the same when words for the kind of place and a genitive s are left
    /// out ("Föräldrakooperativet"), and no other register unit has all of the name's words.</summary>
    SameNameButKind = 6,

    /// <summary>Ownership agrees and the names are the same when the words that all of a provider's units bear are also
    /// left out, and no other register unit has all of the name's words.</summary>
    SameNameButProvider = 7,

    /// <summary>Ownership agrees and the survey's name is the street address of one register unit whose own name holds no number.</summary>
    NameIsAddress = 8,

    /// <summary>Another id that holds the same report for the same period was settled by a rule above.</summary>
    SameReport = 9,
}

/// <summary>Why a survey unit became a unit of its own.</summary>
public enum OwnReason
{
    /// <summary>No rule found a register unit.</summary>
    None = 1,

    /// <summary>A rule found more than one register unit, or the ids of one report point at different ones.</summary>
    Several = 2,

    /// <summary>Several survey units with different reports for one period claim the same register unit.</summary>
    Collision = 3,

    /// <summary>The alias file says that it is a unit of its own.</summary>
    KeptApart = 4,
}
