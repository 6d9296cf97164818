using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>What a figure is about and how many are behind it, before it is known which unit is meant.</summary>
internal sealed record FigureFields
{
    public string Scope { get; init; } = Scopes.Unit;
    public string OutsideId { get; init; } = "";
    public string Name { get; init; } = "";
    public string District { get; init; } = "";
    public string MunicipalityCode { get; init; } = "";

    /// <summary>The address of the report that the figure stands in; empty when not told.</summary>
    public string Document { get; init; } = "";

    public int Period { get; init; }
    public string Sex { get; init; } = Sexes.All;
    public ObservationState State { get; init; } = ObservationState.Published;
    public int? Respondents { get; init; }
    public int? Invited { get; init; }
    public double? ResponseRate { get; init; }
}

/// <summary>Reads <see cref="FigureFields"/> from the current row of a file.</summary>
internal sealed class FigureFieldReader
{
    private readonly TableFile file;
    private readonly int scope, subject, name, district, municipality, document, period, sex, state, respondents, invited, rate;
    private readonly string defaultMunicipality;

    public FigureFieldReader(TableFile file, IReadOnlyDictionary<string, string> columns, string? municipalityCode)
    {
        this.file = file;
        defaultMunicipality = municipalityCode ?? "";
        scope = file.Find("scope", columns);
        subject = file.Need("subject", columns);
        name = file.Find("subject_name", columns);
        district = file.Find("district", columns);
        municipality = file.Find("municipality_code", columns);
        document = file.Find("document", columns);
        period = file.Need("period", columns);
        sex = file.Find("sex", columns);
        state = file.Find("state", columns);
        respondents = file.Find("respondents", columns);
        invited = file.Find("invited", columns);
        rate = file.Find("response_rate", columns);
    }

    /// <summary>The fields, or the reason why the row cannot be used.</summary>
    public (FigureFields? Fields, string Reason, string Detail) Read()
    {
        if (file[subject].Length == 0)
            return (null, "Det står inte vilken enhet raden gäller", "");
        if (Widths.Fault(file[subject], file[name], file[district]) is { } tooLong)
            return (null, tooLong, "");
        if (!Cells.TryYear(file[period], out var year))
            return (null, "Årtalet är inget år", file[period]);
        var of = file[scope].Length == 0 ? Scopes.Unit : file[scope];
        if (of is not (Scopes.Unit or Scopes.District or Scopes.Municipality or Scopes.Group or Scopes.Country))
            return (null, "Okänd nivå", of);
        var who = file[sex].Length == 0 ? Sexes.All : file[sex];
        if (who is not (Sexes.All or Sexes.Women or Sexes.Men))
            return (null, "Okänt kön", who);
        if (!FigureStates.TryGet(file[state], out var given))
            return (null, "Okänt tillstånd", file[state]);
        if (!Count(respondents, out var n))
            return (null, "Antalet svarande är inget helt tal", file[respondents]);
        if (!Count(invited, out var asked))
            return (null, "Antalet tillfrågade är inget helt tal", file[invited]);
        if (n > asked)
            return (null, "Fler har svarat än tillfrågats", $"{n} av {asked}");
        double? percent = null;
        if (file[rate].Length > 0)
        {
            if (!Cells.TryNumber(file[rate], file.Profile.DecimalSign, out var value) || value is < 0 or > 100)
                return (null, "Svarsfrekvensen är ingen procentsats", file[rate]);
            percent = value;
        }

        return (new FigureFields
        {
            Scope = of,
            OutsideId = file[subject],
            Name = file[name],
            District = file[district],
            MunicipalityCode = file[municipality].Length > 0 ? Cells.MunicipalityCode(file[municipality]) : defaultMunicipality,
            Document = file[document],
            Period = year,
            Sex = who,
            State = given,
            Respondents = n,
            Invited = asked,
            ResponseRate = percent,
        }, "", "");
    }

    private bool Count(int column, out int? count)
    {
        count = null;
        if (file[column].Length == 0)
            return true;
        if (!Cells.TryCount(file[column], out var value))
            return false;
        count = value;
        return true;
    }
}
