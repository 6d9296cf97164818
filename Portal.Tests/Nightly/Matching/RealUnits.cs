using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using Portal.Data.Model;
using Portal.Data.Nightly.Matching;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Matching;

/// <summary>The real register and Göteborg's real survey, read by the tests themselves.</summary>
internal sealed partial class RealUnits
{
    public const string Source = "gbg-guardians";

    private RealUnits(IReadOnlyList<Preschool> register, IReadOnlyDictionary<string, IReadOnlyList<Report>> reports)
    {
        Register = register;
        Reports = reports;
        ById = register.ToDictionary(p => p.Unit.UnitId, StringComparer.Ordinal);
    }

    public IReadOnlyList<Preschool> Register { get; }

    public IReadOnlyDictionary<string, Preschool> ById { get; }

    /// <summary>By the survey's school id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Report>> Reports { get; }

    public static RealUnits Read()
    {
        var registerFile = RealData.Need("preschool/forskolor_sverige_8739.csv");
        var reportsFile = RealData.Need("preschool/gbg_reports.csv");
        var register = Rows(registerFile, row => new Preschool
        {
            Unit = new RegisterUnit
            {
                UnitId = row.GetString("skolverkets_id"),
                MunicipalityCode = row.GetString("Kommunkod").PadLeft(4, '0'),
                ServiceAreaId = "forskola",
                Name = row.GetString("Namn"),
                Address = row.GetString("Adress"),
                Ownership = row.GetString("Huvudman") == "Kommunal" ? Ownerships.Municipal : Ownerships.Private,
                ProviderId = row.GetString("Organisationsnummer"),
            },
            Children = Figure(row, "Antal barn"),
            Latitude = Figure(row, "Latitud"),
            Longitude = Figure(row, "Longitud"),
        });
        var reports = Rows(reportsFile, row => new Report
        {
            OutsideId = row.GetString("school_id"),
            Name = row.GetString("school_name"),
            Area = row.GetString("area"),
            Year = int.Parse(row.GetString("year"), CultureInfo.InvariantCulture),
            Invited = Figure(row, "invited"),
            Fingerprint = $"{row.GetString("source_pdf")} {row.GetString("respondents")} {row.GetString("invited")}",
        });
        return new RealUnits(
            register,
            reports.GroupBy(r => r.OutsideId, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, IReadOnlyList<Report> (g) => [.. g], StringComparer.Ordinal));
    }

    /// <summary>The survey's units, with or without what the survey says of ownership.</summary>
    public SurveyUnit[] Survey(bool withOwnership) =>
    [
        .. Reports.Values.Select(reports => new SurveyUnit
        {
            OutsideId = reports[0].OutsideId,
            Name = reports[0].Name,
            MunicipalityCode = "1480",
            ServiceAreaId = "forskola",
            RunByMunicipality = withOwnership ? !reports[0].IsIndependent : null,
            Reports = [.. reports.Select(r => new SurveyReport { Period = r.Year, Fingerprint = r.Fingerprint })],
        }),
    ];

    public MatchOutcome Match(bool withOwnership, IReadOnlyCollection<UnitAlias> aliases) =>
        new UnitMatcher(KindWords.Preschool).Match(Source, Survey(withOwnership), [.. Register.Select(p => p.Unit)], aliases);

    /// <summary>
    /// The house numbers of a name or address, as "3b" and "68": written apart from the matcher's own reading of
    /// names, so that the one checks the other.
    /// </summary>
    public static IReadOnlyList<string> HouseNumbers(string text) =>
        [.. HouseNumber().Matches(text).Select(m => Separators().Replace(m.Value, "").ToUpperInvariant())];

    [GeneratedRegex(@"\b[0-9]+(\s*-\s*[0-9]+)?(\s?[A-Za-z]\b)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"[\s-]", RegexOptions.None, 1000)]
    private static partial Regex Separators();

    private static double? Figure(CsvReader row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static List<T> Rows<T>(string path, Func<CsvReader, T> read)
    {
        var rows = new List<T>();
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        while (csv.Read())
            rows.Add(read(csv));
        return rows;
    }

    internal sealed record Preschool
    {
        public required RegisterUnit Unit { get; init; }

        public required double? Children { get; init; }

        public required double? Latitude { get; init; }

        public required double? Longitude { get; init; }
    }

    internal sealed record Report
    {
        public required string OutsideId { get; init; }

        public required string Name { get; init; }

        public required string Area { get; init; }

        public required int Year { get; init; }

        public required double? Invited { get; init; }

        public required string Fingerprint { get; init; }

        public bool IsIndependent => Area == "Fristående förskolor";
    }
}
