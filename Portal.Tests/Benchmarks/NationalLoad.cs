using System.Globalization;
using System.Text;

namespace Portal.Benchmarks;

/// <summary>
/// A country made up by arithmetic, as files of the portal's own formats: every municipality has as many units, every unit as
/// many figures, whatever the size, so that a page shows as much in a small database as in a large one. At full size 290
/// municipalities, 25,230 units, 6,000 measures, 20 years, three sexes: 30.6 million figures.
/// </summary>
sealed record NationalLoad(int Municipalities)
{
    public const int FullSize = 290;
    public const int FirstYear = 2005;
    public const int Years = 20;
    private const int UnitsOfMunicipality = 87;
    private const int MeasuresOfUnit = 20;
    private const int GroupsAtFullSize = 300;
    private static readonly string[] Sexes = ["T", "K", "M"];

    public int Units => Municipalities * UnitsOfMunicipality;

    /// <summary>Sets of twenty measures; a unit has one set.</summary>
    public int Groups => Math.Max(1, GroupsAtFullSize * Municipalities / FullSize);

    public int Measures => Groups * MeasuresOfUnit;

    public long Figures => (long)(Units + Municipalities) * MeasuresOfUnit * Years * Sexes.Length;

    /// <summary>Writes all files; gives the list of sources.</summary>
    public string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kommuner.csv"),
            "code,name,county_code,county_name,population,population_date,neighbours\n" + Lines(Municipalities, m => $"{Code(m)},Kommun {m + 1},99,Påhittade län,20000,2024-12-31,"));
        File.WriteAllText(Path.Combine(folder, "kommuner.json"), Profile("municipalities", "kommuner", """ "municipalities": { "path": "kommuner.csv" } """, "\"municipalities\": {}"));
        File.WriteAllText(Path.Combine(folder, "enheter.csv"),
            "unit_id,municipality_code,service_area,name,provider,ownership\n" + Lines(Units, u => $"{Unit(u)},{Code(u / UnitsOfMunicipality)},forskola,Förskola {u + 1},Kommunen,municipal"));
        File.WriteAllText(Path.Combine(folder, "enheter.json"), Profile("units", "enheter", """ "units": { "path": "enheter.csv" } """, "\"units\": {}"));
        File.WriteAllText(Path.Combine(folder, "matt.csv"),
            "measure,name,kind,unit,service_area,decimals,better\n" + Lines(Measures, m => $"{m + 1},Mått {m + 1},share,percent,forskola,1,higher"));
        var files = string.Concat(Enumerable.Range(0, Municipalities).Select(m => $", \"{Code(m)}\": {{ \"path\": \"{FileName(m)}\" }}"));
        File.WriteAllText(Path.Combine(folder, "siffror.json"), Profile("indicators", "siffror", $$""" "measures": { "path": "matt.csv" }{{files}} """, "\"indicators\": {}"));
        for (var m = 0; m < Municipalities; m++)
            WriteFile(folder, m, revision: 0, changed: 0);
        var plan = Path.Combine(folder, "sources.json");
        File.WriteAllText(plan, """{ "sources": [ { "profile": "kommuner.json" }, { "profile": "enheter.json" }, { "profile": "siffror.json" } ] }""");
        return plan;
    }

    /// <summary>Changes one figure in a hundred, in the files of some municipalities; gives how many.</summary>
    public long Revise(string folder)
    {
        var left = Figures / 100;
        for (var m = 0; m < Municipalities && left > 0; m++)
        {
            var inFile = Figures / Municipalities;
            WriteFile(folder, m, revision: 1, changed: Math.Min(left, inFile));
            left -= inFile;
        }
        return Figures / 100;
    }

    /// <summary>The figures of a municipality's file, in its order, which is that of the tables' keys.</summary>
    public IEnumerable<(string Scope, string Subject, int Measure, int Year, string Sex, double Value, int Respondents)> Rows(int municipality, int revision, long changed)
    {
        var at = 0L;
        for (var s = -1; s < UnitsOfMunicipality; s++)
        {
            var unit = (municipality * UnitsOfMunicipality) + s;
            var group = (s < 0 ? municipality : unit) % Groups;
            for (var i = 0; i < MeasuresOfUnit; i++)
            {
                var measure = (group * MeasuresOfUnit) + i;
                for (var y = 0; y < Years; y++)
                {
                    for (var x = 0; x < Sexes.Length; x++)
                    {
                        // Arithmetic, so that the bare loop makes the same rows without a file.
                        var value = ((((unit + 1) * 7919L) + (measure * 104_729L) + (y * 1299L) + (x * 15L) + (at++ < changed ? revision * 37 : 0)) % 1001) / 10.0;
                        yield return (s < 0 ? "municipality" : "", s < 0 ? Code(municipality) : Unit(unit), measure + 1, FirstYear + y, Sexes[x], value, x == 0 ? 40 : 20);
                    }
                }
            }
        }
    }

    public static string Code(int municipality) => (1001 + municipality).ToString(CultureInfo.InvariantCulture);

    public static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"e{unit + 1:00000}");

    private static string FileName(int municipality) => $"siffror-{Code(municipality)}.csv";

    private void WriteFile(string folder, int municipality, int revision, long changed)
    {
        using var file = new StreamWriter(Path.Combine(folder, FileName(municipality)), append: false, new UTF8Encoding(false));
        file.Write("scope,subject,measure,period,sex,value,respondents\n");
        foreach (var (scope, subject, measure, year, sex, value, respondents) in Rows(municipality, revision, changed))
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{scope},{subject},{measure},{year},{sex},{value:0.0},{respondents}\n"));
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    private static string Profile(string kind, string id, string files, string part) => $$"""
        {
          "kind": "{{kind}}",
          "source": { "id": "{{id}}", "name": "{{id}}", "publisher": "Ingen: påhittat", "credit": "Påhittade uppgifter", "isSample": true },
          "files": { {{files}} },
          {{part}}
        }
        """;
}
