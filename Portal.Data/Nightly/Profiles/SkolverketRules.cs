using Portal.Data.Model;
using Portal.Data.Nightly.Sources.Surveys;

namespace Portal.Data.Nightly.Profiles;

/// <summary>What must hold in a profile of Skolverket's.</summary>
internal static class SkolverketRules
{
    /// <summary>Checks the profile's part.</summary>
    /// <param name="name">What the profile's file is called.</param>
    /// <param name="profile">The profile.</param>
    /// <exception cref="SourceFaultException">Something does not hold.</exception>
    public static void Check(string name, ImportProfile profile)
    {
        if (profile.SkolverketUnits is { } units)
        {
            Address(name, units.Address);
            Polite(name, units.Polite);
            Prefix(name, "idPrefix", units.IdPrefix);
        }
        if (profile.SkolverketStatistics is { } statistics)
        {
            Address(name, statistics.Address);
            Polite(name, statistics.Polite);
            Prefix(name, "prefix", statistics.Prefix);
            if (statistics.RespondentFloor < 1)
                throw new SourceFaultException($"Profilen {name}: respondentFloor är {statistics.RespondentFloor}. Minst en person måste ha svarat.");
            if (statistics.RenewAfterDays < 1)
                throw new SourceFaultException($"Profilen {name}: renewAfterDays är {statistics.RenewAfterDays}. Skriv minst 1.");
        }
        foreach (var table in profile.SkolverketFiles?.Tables ?? [])
            Table(name, profile, table);
    }

    private static void Table(string name, ImportProfile profile, SkolverketTableProfile table)
    {
        if (!profile.Files.ContainsKey(table.File))
            throw new SourceFaultException($"Profilen {name}: filen \"{table.File}\" används men står inte under files.");
        if (table.Scope is not (Scopes.Unit or Scopes.Municipality or Scopes.Country))
            throw new SourceFaultException($"Profilen {name}: scope är \"{table.Scope}\" för {table.File}. Skriv unit, municipality eller country.");
        if ((table.Form is null) == (table.Measures.Count == 0))
            throw new SourceFaultException($"Profilen {name}: {table.File} ska ha antingen form, för en rad per värde, eller measures, för en kolumn per mått.");
        if (table.Form is not (null or "gr" or "fsk" or "gran"))
            throw new SourceFaultException($"Profilen {name}: form är \"{table.Form}\" för {table.File}. Skriv gr, fsk eller gran.");
        if (table.Scope == Scopes.Municipality ? table.Basis is not ("hemkommun" or "lagekommun" or "kommunala-skolor") : table.Basis is not null)
        {
            throw new SourceFaultException(
                $"Profilen {name}: basis är \"{table.Basis}\" för {table.File}. En kommuns siffror gäller hemkommun (elever som bor där), lagekommun (skolor som ligger där) eller kommunala-skolor; andra siffror har ingen basis.");
        }
        if (table.ValueCodes.FirstOrDefault(c => !FigureColumns.CodeStates.ContainsKey(c.Value)) is { Key: { } sign, Value: { } state })
            throw new SourceFaultException($"Profilen {name}: valueCodes säger \"{state}\" om \"{sign}\". Välj bland {string.Join(", ", FigureColumns.CodeStates.Keys)}.");
    }

    private static void Address(string name, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || address.EndsWith('/'))
            throw new SourceFaultException($"Profilen {name}: address är \"{address}\". Skriv en webbadress utan snedstreck på slutet.");
    }

    private static void Prefix(string name, string key, string prefix)
    {
        if (prefix.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            throw new SourceFaultException($"Profilen {name}: {key} är \"{prefix}\". Skriv bara små bokstäver a–z, siffror och bindestreck.");
    }

    private static void Polite(string name, PoliteProfile polite)
    {
        if (polite.RequestsPerSecond is <= 0 or > 50 || polite.Attempts < 1 || polite.AnswerSeconds < 1 || polite.GiveUpAfterMinutes < 1 || polite.LongestPauseSeconds < 0)
            throw new SourceFaultException($"Profilen {name}: polite går inte att följa. requestsPerSecond ska vara högst 50, och försök, sekunder och minuter minst 1.");
    }
}
