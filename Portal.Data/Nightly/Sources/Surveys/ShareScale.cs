using Portal.Data.Nightly.Files;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>
/// Reads shares as the profile says that a file writes them, per cent or parts of one, and refuses a file that
/// contradicts it: a factor of a hundred is never guessed.
/// </summary>
internal sealed class ShareScale(TableFile file, string shares)
{
    /// <summary>So many shares, all at most one, are no coincidence in a file that is said to write per cent.</summary>
    private const int Telling = 5;

    private readonly double factor = shares == "0-1" ? 100 : 1;
    private double highest;
    private int read;

    /// <summary>A share in per cent.</summary>
    /// <exception cref="SourceFaultException">It is more than one where the profile says 0-1.</exception>
    public bool TryRead(string text, int column, out double percent)
    {
        if (text.EndsWith('%'))
            return Cells.TryNumber(text[..^1].TrimEnd(' ', '\u00a0'), file.Profile.DecimalSign, out percent);
        if (!Cells.TryNumber(text, file.Profile.DecimalSign, out percent))
            return false;
        if (factor > 1 && percent > 1)
            throw new SourceFaultException($"Profilen säger att andelar i {file.Name} skrivs från 0 till 1, men {file.Place(column)} har {text}. Skriv \"shares\": \"0-100\".");
        if (percent > 0)
        {
            highest = Math.Max(highest, percent);
            read++;
        }
        percent = factor > 1 ? Math.Round(percent * factor, 10) : percent;
        return true;
    }

    /// <summary>Call when the file is read.</summary>
    /// <exception cref="SourceFaultException">All shares are at most one where the profile says 0-100.</exception>
    public void Check()
    {
        if (factor == 1 && read >= Telling && highest <= 1)
            throw new SourceFaultException($"Profilen säger att andelar i {file.Name} skrivs från 0 till 100, men ingen är större än 1. Skriv \"shares\": \"0-1\".");
    }
}
