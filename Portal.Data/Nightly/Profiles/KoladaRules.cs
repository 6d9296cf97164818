using System.Globalization;
using Portal.Data.Nightly.Sources.Surveys;

namespace Portal.Data.Nightly.Profiles;

/// <summary>What must hold for a profile of Kolada's before anything is asked for.</summary>
internal static class KoladaRules
{
    public static void Check(string name, KoladaProfile kolada)
    {
        if (!Uri.TryCreate(kolada.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || kolada.Address.EndsWith('/'))
            throw new SourceFaultException($"Profilen {name}: address är \"{kolada.Address}\". Skriv hela adressen utan snedstreck på slutet, som https://api.kolada.se/v3.");
        foreach (var set in kolada.Kpis)
        {
            if (set.Better is not ("higher" or "lower" or "neither"))
                throw new SourceFaultException($"Profilen {name}: better är \"{set.Better}\" under kpis. Skriv higher, lower eller neither.");
            if (set.Ids.Count == 0 && set.Titles.Count == 0)
                throw new SourceFaultException($"Profilen {name}: en grupp under kpis har varken ids eller titles.");
            if (set.RepeatsYearBefore < 2)
                throw new SourceFaultException($"Profilen {name}: repeatsYearBefore är {set.RepeatsYearBefore.Value.ToString(CultureInfo.InvariantCulture)}. Ett enda värde kan vara lika två år av en slump. Skriv minst 2.");
        }
        foreach (var (status, state) in kolada.Statuses)
        {
            if (!FigureColumns.CodeStates.ContainsKey(state))
                throw new SourceFaultException($"Profilen {name}: statuses säger \"{state}\" för {status}. Välj bland {string.Join(", ", FigureColumns.CodeStates.Keys)}.");
        }
        if (kolada.RequestsPerSecond is <= 0 or > 1000 || kolada.PerPage is < 1 or > 5000 || kolada.Attempts is < 2 or > 20
            || kolada.FullEveryDays < 1 || kolada.AnswerSeconds < 1 || kolada.LongestPauseSeconds < 0 || kolada.GiveUpAfterMinutes < 1)
            throw new SourceFaultException($"Profilen {name}: requestsPerSecond ska vara över 0, perPage 1–5000, attempts 2–20, och tiderna minst 1.");
        if (kolada.FirstYear is < 1900 or > 2100)
            throw new SourceFaultException($"Profilen {name}: firstYear är {kolada.FirstYear.Value.ToString(CultureInfo.InvariantCulture)}. Skriv ett år med fyra siffror.");
    }
}
