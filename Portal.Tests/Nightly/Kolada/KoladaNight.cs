using Portal.Data.Nightly;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Kolada;

/// <summary>
/// Nights on two made-up municipalities, their preschools, and a made-up Kolada with three KPIs of which one is of shares in
/// both municipalities.
/// </summary>
public sealed class KoladaNight : IAsyncDisposable
{
    private KoladaNight(MadeNight night, MadeKolada kolada) => (Night, Kolada) = (night, kolada);

    public MadeNight Night { get; }

    public MadeKolada Kolada { get; }

    public HurriedClock Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 2, 0, 0, TimeSpan.Zero));

    public string Folder => Path.Combine(Night.Folder, "fetched", "kolada");

    public static async Task<KoladaNight> New()
    {
        var night = new KoladaNight(await MadeNight.New(), await MadeKolada.Start());
        night.Night.Clock = night.Clock;
        var kolada = night.Kolada;
        kolada.Kpi("N1", "Nöjda vårdnadshavare, andel (%)");
        kolada.Kpi("N2", "Inskrivna barn, antal");
        kolada.Kpi("N3", "Kostnad förskola, kr/inv");
        kolada.Value("N1", "9901", 2024, 80.5);
        kolada.Value("N1", "9901", 2025, 82.5);
        kolada.Value("N1", "9902", 2025, 71.25);
        kolada.Value("N1", "0000", 2025, 77);
        night.Profile();
        night.Night.Sources("kommuner.json", "register.json", "kolada.json");
        return night;
    }

    /// <summary>Writes the profile: more keys, and other KPIs than N1, N2 and N3, where they are given.</summary>
    public void Profile(string keys = "", string kpis = """[ { "serviceArea": "forskola", "better": "higher", "ids": [ "N1", "N2", "N3" ] } ]""") =>
        Night.Write("kolada.json", $$"""
            {
              "kind": "kolada",
              "source": { "id": "kolada", "name": "Kolada", "publisher": "RKA", "credit": "Källa: Kolada" },
              "kolada": { {{keys}} "address": "{{Kolada.Address}}", "requestsPerSecond": 100, "kpis": {{kpis}} }
            }
            """);

    /// <summary>What Kolada gave in a night that is run now.</summary>
    public Task<SourceReport> Run() => Night.RunAndSee("kolada");

    /// <summary>A figure of a municipality: state, value, margin, the year it was measured.</summary>
    public Task<string?> Figure(string kpi, string of, int year, string sex = "T", string scope = "municipality") =>
        Only($"""
            select o.state, o.value, o.margin, o.origin_period
            from rpt.observation as o
            join rpt.subject as s on s.subject_key = o.subject_key
            join rpt.measure as m on m.measure_key = o.measure_key
            where s.subject_id = '{of}' and s.scope = '{scope}' and m.measure_id = 'kolada-{kpi}' and o.period = {year} and o.sex = '{sex}'
            """);

    /// <summary>The only row of a select; null for none.</summary>
    public async Task<string?> Only(string sql) => (await Night.Rows(sql)).SingleOrDefault();

    public async ValueTask DisposeAsync()
    {
        await Night.DisposeAsync();
        await Kolada.DisposeAsync();
    }
}
