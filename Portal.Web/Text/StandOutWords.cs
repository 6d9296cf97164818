using Portal.Data.Queries.Units;

namespace Portal.Web.Text;

/// <summary>What is said of a unit's certain differences from the others of its municipality.</summary>
public static class StandOutWords
{
    /// <summary>How many questions differ for certain, of how many that could be tested.</summary>
    public static string Sum(StandOuts found, string municipality)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.Tested == 0)
            return $"Det går inte att säga vad som skiljer enheten från andra i {municipality}. För att pröva det behöver vi andelen positiva svar och antalet svar för båda, och tillräckligt många svar.";
        var years = $" Vi har prövat svaren från {Format.List([.. found.Periods.Select(p => Words.Period(p, "round"))])}.";
        if (found.Certain == 0)
        {
            return found.Tested == 1
                ? $"Bara en fråga går att pröva. På den finns ingen säker skillnad mot andra enheter i {municipality}.{years}"
                : $"På ingen av {Words.Count(found.Tested, "fråga", "frågor")} är skillnaden mot andra enheter i {municipality} säker.{years}";
        }
        var all = $"På {Format.Number((long)found.Certain)} av {Words.Count(found.Tested, "fråga", "frågor")} är skillnaden mot andra enheter i {municipality} säker.{years}";
        return found.Certain > found.Shown.Count ? $"{all} Här är tre av de största skillnaderna." : all;
    }

    /// <summary>Where the unit lies: <c>Högre än andra enheter i Göteborg (säker skillnad)</c>. Not whether that is good.</summary>
    public static string Place(StandOut standOut, string municipality)
    {
        ArgumentNullException.ThrowIfNull(standOut);
        return $"{(standOut.IsHigher ? "Högre" : "Lägre")} än andra enheter i {municipality} (säker skillnad)";
    }

    /// <summary>Whether that is good, and why.</summary>
    public static string Good(StandOut standOut)
    {
        ArgumentNullException.ThrowIfNull(standOut);
        return standOut.IsGood switch
        {
            true => $"Det är bra: {Better(standOut)}.",
            false => $"Det är mindre bra: {Better(standOut)}.",
            null => "Om det är bra eller inte säger frågan inget om.",
        };
    }

    private static string Better(StandOut standOut) => standOut.Measure.Better == "lower" ? "en låg siffra är bra här" : "en hög siffra är bra här";
}
