using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>One unit's report of one round, which the rows of figures point at by its id.</summary>
internal sealed record UnitReport
{
    public required string Id { get; init; }
    public required FigureFields Fields { get; init; }

    /// <summary>The unit; null when the report's figures are left out.</summary>
    public UnitRow? Unit { get; init; }

    /// <summary>The subject's key, when there is a unit.</summary>
    public int SubjectKey { get; init; }

    /// <summary>The same report stands under another id, which is the one that counts.</summary>
    public bool IsRepeat { get; init; }
}

/// <summary>All reports of a survey, by id.</summary>
internal static class SurveyReports
{
    public static Dictionary<string, UnitReport> Read(SourceReading reading)
    {
        var survey = reading.Profile.Survey!;
        var delivery = reading.Delivery;
        var reports = new Dictionary<string, UnitReport>();
        var told = "";
        if (survey.Reports is { } profile)
        {
            told = Path.GetFileName(reading.File(profile.File).Path);
            FromFile(reading, profile, reports);
        }
        foreach (var figures in survey.FiguresByYear.Where(f => f.UnitsByName && reading.Has(f.File)))
        {
            told = Path.GetFileName(reading.File(figures.File).Path);
            FromFigures(reading, figures, reports);
        }
        if (reports.Count == 0)
            return reports;

        var units = SurveyUnits.Settle(reading, reports.Values, told);
        var firsts = new Dictionary<(string Unit, int Period), UnitReport>();
        foreach (var report in reports.Values.OrderBy(r => r.Id.Length).ThenBy(r => r.Id, StringComparer.Ordinal).ToList())
        {
            if (!units.TryGetValue(report.Fields.OutsideId, out var settled))
                continue;
            var who = $"{report.Fields.Name} {report.Fields.Period}, rapport {report.Id}";
            if (settled.RepeatedPeriods.Contains(report.Fields.Period))
            {
                delivery.Remark(told, "Samma rapport står under två id och räknas en gång", who);
                reports[report.Id] = report with { IsRepeat = true };
            }
            else if (!firsts.TryAdd((settled.Unit.UnitId, report.Fields.Period), report))
            {
                delivery.Remark(told, "Två olika rapporter för samma enhet och omgång; den andra visas inte", who);
            }
            else
            {
                reports[report.Id] = report with { Unit = settled.Unit, SubjectKey = reading.Picture.UnitSubject(settled.Unit) };
            }
        }
        return reports;
    }

    private static void FromFile(SourceReading reading, ReportsProfile profile, Dictionary<string, UnitReport> reports)
    {
        var delivery = reading.Delivery;
        using var file = reading.Open(profile.File);
        var id = file.Need("report", profile.Columns);
        var fields = new FigureFieldReader(reading, file, profile);
        while (file.Read())
        {
            delivery.CountRow();
            if (file.Fault is { } fault)
            {
                delivery.Reject(file, fault);
                continue;
            }
            var (read, reason, detail) = fields.Read();
            if (read is null)
                delivery.Reject(file, reason, detail);
            else if (!reports.TryAdd(file[id], new UnitReport { Id = file[id], Fields = read }))
                delivery.Reject(file, "Dubblett", $"Rapporten {file[id]} står redan längre upp.");
        }
    }

    // All units of all years are known before any is settled. Rows are counted, and rejected, when their figures are read.
    private static void FromFigures(SourceReading reading, FiguresProfile profile, Dictionary<string, UnitReport> reports)
    {
        using var file = reading.Open(profile.File);
        var fields = new FigureFieldReader(reading, file, profile);
        while (file.Read())
        {
            if (file.Fault is null && fields.Read().Fields is { Scope: Scopes.Unit } read && NamedKey(read) is var id)
                reports.TryAdd(id, new UnitReport { Id = id, Fields = read });
        }
    }

    /// <summary>The key of the report of a unit that its rows know by name.</summary>
    public static string NamedKey(FigureFields fields) => string.Create(CultureInfo.InvariantCulture, $"{fields.Period}/{fields.OutsideId}");
}
