using Portal.Data.Model;

namespace Portal.Data.Nightly.Sources;

/// <summary>The words for a figure's state in files of the portal's own format.</summary>
internal static class FigureStates
{
    private static readonly Dictionary<string, ObservationState> States = new()
    {
        [""] = ObservationState.Published,
        ["published"] = ObservationState.Published,
        ["suppressed"] = ObservationState.Suppressed,
        ["not_asked"] = ObservationState.NotAsked,
        ["no_answer"] = ObservationState.NoAnswer,
        ["not_applicable"] = ObservationState.NotApplicable,
        ["missing"] = ObservationState.Missing,
        ["preliminary"] = ObservationState.Preliminary,
    };

    /// <summary>The state that a word stands for; an empty cell is a figure like others.</summary>
    public static bool TryGet(string word, out ObservationState state) => States.TryGetValue(word, out state);
}
