using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>The columns of shares and means in a file, and their cells in its current row.</summary>
internal sealed class FigureColumns
{
    /// <summary>The states that a source's own sign may stand for, by the words of profiles.</summary>
    internal static readonly IReadOnlyDictionary<string, ObservationState> CodeStates = new Dictionary<string, ObservationState>
    {
        ["suppressed"] = ObservationState.Suppressed,
        ["not_asked"] = ObservationState.NotAsked,
        ["no_answer"] = ObservationState.NoAnswer,
        ["not_applicable"] = ObservationState.NotApplicable,
        ["missing"] = ObservationState.Missing,
    };

    private readonly SurveyWork work;
    private readonly TableFile file;
    private readonly Dictionary<string, ObservationState> codes;
    private readonly ShareScale scale;
    private readonly int[] at;
    private readonly (ValueProfile Value, double? Number, ObservationState? State)[] cells;

    public FigureColumns(SurveyWork work, TableFile file, FiguresProfile profile)
    {
        this.work = work;
        this.file = file;
        scale = new ShareScale(file, profile.Shares);
        codes = StatesOf(profile.ValueCodes);
        at = [.. profile.Values.Select(v => file.Column(v.Column))];
        cells = [.. profile.Values.Select(v => (v, (double?)null, (ObservationState?)null))];
    }

    /// <summary>The states that a source's signs stand for. Capitals do not count.</summary>
    /// <exception cref="SourceFaultException">The profile gives a sign a state that does not exist.</exception>
    public static Dictionary<string, ObservationState> StatesOf(IReadOnlyDictionary<string, string> valueCodes) =>
        new(valueCodes.Select(c => KeyValuePair.Create(c.Key, CodeStates.TryGetValue(c.Value, out var state)
            ? state
            : throw new SourceFaultException($"Profilen: valueCodes säger \"{c.Value}\" för \"{c.Key}\". Välj bland {string.Join(", ", CodeStates.Keys)}."))), StringComparer.OrdinalIgnoreCase);

    /// <summary>The cells of the row last read: a number, or the state that the source's own sign stands for, or neither.</summary>
    public IReadOnlyList<(ValueProfile Value, double? Number, ObservationState? State)> Cells => cells;

    /// <summary>Holds what has been read against what the profile says of it, once the file is read.</summary>
    /// <exception cref="SourceFaultException">The shares are not written as the profile says.</exception>
    public void Check() => scale.Check();

    /// <summary>Reads the row's cells; false when one does not hold, and the row is rejected.</summary>
    public bool Read()
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var value = cells[i].Value;
            var text = file[at[i]];
            cells[i] = (value, null, null);
            if (text.Length == 0)
                continue;
            if (codes.TryGetValue(text, out var state))
            {
                cells[i] = (value, null, state);
                continue;
            }
            var isShare = value.Kind == "share";
            var (low, high) = isShare ? (0d, 100d) : (work.Survey.Mean.Low, work.Survey.Mean.High);
            var isNumber = isShare ? scale.TryRead(text, at[i], out var number) : Files.Cells.TryNumber(text, file.Profile.DecimalSign, out number);
            if (!isNumber || number < low || number > high)
            {
                work.Delivery.Reject(file, isNumber ? "Värdet ligger utanför skalan" : "Värdet är inget tal", $"{file.ColumnName(at[i])}: {text}");
                return false;
            }
            cells[i] = (value, number, null);
        }
        return true;
    }
}
