namespace Portal.Data.Model;

/// <summary>Why a figure is shown or not. The numbers are those of <c>rpt.observation_state</c>.</summary>
public enum ObservationState
{
    /// <summary>The value is shown.</summary>
    Published = 1,

    /// <summary>Too few answers: the value is protected, never shown, nor possible to compute from what is shown.</summary>
    Suppressed = 2,

    /// <summary>The unit was not part of the round, or the question not of its questionnaire.</summary>
    NotAsked = 3,

    /// <summary>Too few answered, or the unit abstained.</summary>
    NoAnswer = 4,

    /// <summary>The question does not concern this service.</summary>
    NotApplicable = 5,

    /// <summary>The source should have given the figure and did not.</summary>
    Missing = 6,

    /// <summary>The value is shown and may change; it is not compared as if final.</summary>
    Preliminary = 7,
}

/// <summary>The codes of sex that sources and the portal's files use.</summary>
public static class Sexes
{
    /// <summary>All.</summary>
    public const string All = "T";

    /// <summary>Women and girls.</summary>
    public const string Women = "K";

    /// <summary>Men and boys.</summary>
    public const string Men = "M";
}

/// <summary>What a figure can be about.</summary>
public static class Scopes
{
    /// <summary>A unit.</summary>
    public const string Unit = "unit";

    /// <summary>A part of a municipality, as a source draws it.</summary>
    public const string District = "district";

    /// <summary>A municipality.</summary>
    public const string Municipality = "municipality";

    /// <summary>A group of municipalities.</summary>
    public const string Group = "group";

    /// <summary>The country.</summary>
    public const string Country = "country";
}

/// <summary>Who owns the provider of a unit.</summary>
public static class Ownerships
{
    /// <summary>The municipality's own.</summary>
    public const string Municipal = "municipal";

    /// <summary>A private company.</summary>
    public const string Private = "private";

    /// <summary>A foundation, association or cooperative.</summary>
    public const string Nonprofit = "nonprofit";

    /// <summary>A region.</summary>
    public const string Regional = "regional";

    /// <summary>The state.</summary>
    public const string State = "state";

    /// <summary>All, in the order that filters show them.</summary>
    public static IReadOnlyList<string> All { get; } = [Municipal, Private, Nonprofit, Regional, State];
}
