using Portal.Data.Model;

namespace Portal.Tests.Support;

/// <summary>
/// A made-up county that holds something of everything a page can meet: every state of a figure, both sexes, a broken
/// trend, several owners, more units than a page of the list, a municipality without units and one that is marked
/// as made up. For tests of what all pages have in common; a test of one page makes its own rows.
/// </summary>
public static class Town
{
    public const string Code = "9901";
    public const string WithoutUnits = "9902";
    public const string Sample = "9903";

    /// <summary>A unit with figures of every kind.</summary>
    public const string Unit = "forskola-01";

    /// <summary>A unit without any figure.</summary>
    public const string BareUnit = "forskola-30";

    public static Made[] Rows() =>
    [
        A.Source("register", "Registret", licence: "CC0", cadence: "varje natt"),
        A.Source("institut", "Institutets enkäter", licence: null),
        A.Source("exempel", "Exempeldata", isSample: true),
        A.Area(A.HomeArea, "Förskola", "förskola", 1),
        A.Area("hemtjanst", "Hemtjänst", "utförare", 2),
        A.Municipality(Code, "Provköping", source: "register"),
        A.Municipality(WithoutUnits, "Ödeby", population: null, countyCode: null, countyName: null, source: "register"),
        A.Municipality(Sample, "Åmåla", isSample: true, source: "exempel"),
        A.Neighbour(Code, WithoutUnits),
        A.Group("skr-1", "Mindre städer", "skr", members: [Code, WithoutUnits]),
        A.Group("lika-9901", "Liknande kommuner", "similar", of: Code, period: 2024, members: [WithoutUnits, Sample]),
        A.Country(),
        .. Units(),
        .. Survey(),
        .. Figures(),
        A.Edition(3, night: 3, added: 40, changed: 2, removed: 1, observations: 120),
        A.EditionSource(3, "institut", added: 40),
        A.Edition(2, new DateTime(2025, 2, 28, 2, 30, 0, DateTimeKind.Utc), night: 1),
        .. Nights(),
    ];

    private static IEnumerable<Made> Units()
    {
        string[] owners = [Ownerships.Municipal, Ownerships.Private, Ownerships.Nonprofit];
        for (var i = 1; i <= 30; i++)
        {
            var measured = i <= 10;
            yield return A.Unit($"forskola-{i:00}", $"Förskolan {(char)('A' + (i % 26))}{i}", Code, ownership: owners[i % 3],
                headline: measured ? "andel-nojda" : null, headlinePeriod: measured ? 2024 : null, source: "register");
        }
        yield return A.Unit("hemtjanst-1", "Ådalens hemtjänst", Code, "hemtjanst", Ownerships.Private, source: "register");
        yield return A.Unit("exempel-1", "Åmåla förskola", Sample, ownership: null, source: "exempel");
        yield return A.Unit("nedlagd-1", "Den nedlagda", Code, isListed: false, source: "register");
    }

    private static IEnumerable<Made> Survey() =>
    [
        A.Survey("enkat", "Vårdnadshavarenkäten", municipality: Code, source: "institut"),
        A.Question("fraga-trygg", "Mitt barn är tryggt", "Trygghet", 1, 1, "enkat", rounds: [2022, 2024]),
        A.Question("fraga-inflytande-ny", "Vi kan påverka det som rör vårt barn", "Inflytande", 2, 1, "enkat",
            replaces: "fraga-inflytande", rounds: [2024]),
        A.Question("fraga-inflytande", "Vi kan påverka", "Inflytande", 2, 2, "enkat", rounds: [2022]),
        A.Measure("andel-nojda", name: "Andel nöjda totalt", isHeadline: true, survey: "enkat", source: "institut"),
        A.Measure("andel-trygg", "fraga-trygg", "Andel som instämmer", survey: "enkat", source: "institut"),
        A.Measure("medel-trygg", "fraga-trygg", "Medelvärde", "mean", decimals: 1, low: 1, high: 5, order: 2, survey: "enkat",
            source: "institut"),
        A.Measure("andel-inflytande", "fraga-inflytande", "Andel som instämmer", survey: "enkat", source: "institut"),
        A.Measure("andel-inflytande-ny", "fraga-inflytande-ny", "Andel som instämmer", survey: "enkat", source: "institut",
            derivation: "Andelen som svarat ett av de två högsta alternativen."),
        A.Indicator("antal-barn", "Antal barn", periodKind: "undated", source: "register"),
        A.Indicator("personaltathet", "Barn per årsarbetare", "ratio", "barn per årsarbetare", 1, "lower", "school_year",
            source: "register"),
    ];

    private static IEnumerable<Made> Figures()
    {
        for (var i = 1; i <= 9; i++)
            yield return A.Observation($"forskola-{i:00}", "andel-nojda", 2024, 60 + (4.5 * i), 20 + i, 40, 52.5);
        yield return A.Observation("forskola-10", "andel-nojda", 2024, null, 3, 20, state: ObservationState.Suppressed);

        yield return A.Observation(Unit, "andel-trygg", 2024, 87.5, 24, 40, 60);
        yield return A.Observation(Unit, "andel-trygg", 2022, 80, 20, 40, 50);
        yield return A.Observation(Unit, "andel-trygg", 2024, 90, 12, sex: Sexes.Women);
        yield return A.Observation(Unit, "andel-trygg", 2024, null, 3, sex: Sexes.Men, state: ObservationState.Suppressed);
        yield return A.Observation(Unit, "medel-trygg", 2024, 4.25, 24, 40, 60, isDoubtful: true);
        yield return A.Observation(Unit, "andel-inflytande", 2022, 55, 20, 40, 50);
        yield return A.Observation(Unit, "andel-inflytande-ny", 2024, 62, 24, 40, 60, isDerived: true);
        yield return A.Observation(Unit, "antal-barn", 0, 1234, edition: 2);
        yield return A.Observation(Unit, "personaltathet", 2023, 5.4);
        yield return A.Answers(Unit, "fraga-trygg", 2024, 62.5, 25, 12.5, 0);
        yield return A.Observation("forskola-02", "andel-trygg", 2024, null, state: ObservationState.NoAnswer);
        yield return A.Observation("forskola-03", "andel-trygg", 2024, null, state: ObservationState.NotApplicable);
        yield return A.Observation("forskola-04", "andel-trygg", 2024, null, state: ObservationState.Missing);
        yield return A.Observation("forskola-05", "andel-trygg", 2024, 70, 30, state: ObservationState.Preliminary);
        yield return A.Observation("forskola-06", "andel-trygg", 2024, null, state: ObservationState.NotAsked);

        yield return A.Observation(Code, "andel-nojda", 2024, 78, 800, 1500, 53.3, scope: Scopes.Municipality);
        yield return A.Observation(Code, "andel-trygg", 2024, 83, 800, 1500, 53.3, scope: Scopes.Municipality);
        yield return A.Observation(Code, "andel-trygg", 2024, 84, 410, sex: Sexes.Women, scope: Scopes.Municipality);
        yield return A.Observation(Code, "andel-trygg", 2024, 82, 390, sex: Sexes.Men, scope: Scopes.Municipality);
        yield return A.Observation(Code, "andel-inflytande", 2022, 51, 700, scope: Scopes.Municipality);
        yield return A.Observation(Code, "antal-barn", 0, 12_345, scope: Scopes.Municipality);
        yield return A.Observation("0000", "andel-trygg", 2024, 81, 90_000, scope: Scopes.Country);
        yield return A.Observation("0000", "andel-trygg", 2022, 79, 88_000, scope: Scopes.Country);
    }

    private static IEnumerable<Made> Nights() =>
    [
        A.Night(1, new DateTime(2025, 2, 28, 2, 0, 0, DateTimeKind.Utc), outcome: "published", edition: 2),
        A.NightSource(1, "institut", name: "Institutets enkäter", read: 300, accepted: 300),
        A.Night(2, new DateTime(2025, 2, 28, 12, 0, 0, DateTimeKind.Utc), outcome: "failed", message: "Ingen källa gick att läsa."),
        A.NightSource(2, "institut", name: "Institutets enkäter", outcome: "failed", message: "Filen svar.csv saknas."),
        A.Night(3, new DateTime(2025, 3, 1, 2, 0, 0, DateTimeKind.Utc), outcome: "published", edition: 3),
        A.NightSource(3, "institut", name: "Institutets enkäter", read: 1200, accepted: 1190, rejected: 10, unchanged: 900, remarks: 2),
        A.NightReason(3, "institut", "reject", "Raden saknar enhet", 7),
        A.NightReason(3, "institut", "reject", "Andelen är större än 100", 3),
        A.NightReason(3, "institut", "remark", "Andelarna går inte ihop", 2),
    ];
}
