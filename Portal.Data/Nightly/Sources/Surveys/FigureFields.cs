using System.Security.Cryptography;
using System.Text;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>What a figure is about and how many are behind it, before it is known which unit is meant.</summary>
internal sealed record FigureFields
{
    public string Scope { get; init; } = Scopes.Unit;
    public string OutsideId { get; init; } = "";
    public string Name { get; init; } = "";
    public string District { get; init; } = "";

    /// <summary>Who runs the unit, of <see cref="Ownerships"/>; empty when not told.</summary>
    public string Ownership { get; init; } = "";

    public string MunicipalityCode { get; init; } = "";

    /// <summary>The address of the report that the figure stands in; empty when not told.</summary>
    public string Document { get; init; } = "";

    public int Period { get; init; }
    public string Sex { get; init; } = Sexes.All;
    public ObservationState State { get; init; } = ObservationState.Published;
    public int? Respondents { get; init; }
    public int? Invited { get; init; }
    public double? ResponseRate { get; init; }

    /// <summary>The upper end of a response rate that is told as a band; null for an exact one.</summary>
    public double? ResponseRateHigh { get; init; }
}

/// <summary>Reads <see cref="FigureFields"/> from the current row of a file.</summary>
internal sealed class FigureFieldReader
{
    private const int LongestNamedId = 60;

    private readonly RowField scope, subject, name, district, municipality, ownership, document, period, sex, state, respondents, invited, rate;
    private readonly string defaultMunicipality, decimalSign;
    private readonly double percent;
    private readonly bool byName;
    private readonly MunicipalityNames municipalities;

    public FigureFieldReader(SourceReading reading, TableFile file, RowProfile profile)
    {
        var columns = new FieldColumns(file, profile);
        byName = profile is FiguresProfile { UnitsByName: true };
        defaultMunicipality = reading.Profile.Survey?.Municipality ?? "";
        decimalSign = file.Profile.DecimalSign;
        percent = profile.Rates == "0-1" ? 100 : 1;
        municipalities = new MunicipalityNames(reading.Picture, reading.Profile.MunicipalityNames);
        scope = columns.Find("scope");
        name = byName ? columns.Need("subject_name") : columns.Find("subject_name");
        subject = byName ? name : columns.Need("subject");
        district = columns.Find("district");
        municipality = columns.Find("municipality_code");
        ownership = columns.Find("ownership");
        document = columns.Find("document");
        period = columns.Need("period");
        sex = columns.Find("sex");
        state = columns.Find("state");
        respondents = columns.Find("respondents");
        invited = columns.Find("invited");
        rate = columns.Find("response_rate");
    }

    /// <summary>The fields, or the reason why the row cannot be used.</summary>
    public (FigureFields? Fields, string Reason, string Detail) Read()
    {
        var (about, called) = (subject.Text, name.Text);
        if (about.Length == 0)
            return (null, "Det står inte vilken enhet raden gäller", "");
        if (Widths.Fault(byName ? "" : about, called, district.Text) is { } tooLong)
            return (null, tooLong, "");
        if (!Cells.TryYear(period.Text, out var year))
            return (null, "Årtalet är inget år", period.Text);
        var of = scope.Text is { Length: > 0 } level ? level : Scopes.Unit;
        if (of is not (Scopes.Unit or Scopes.District or Scopes.Municipality or Scopes.Group or Scopes.Country))
            return (null, "Okänd nivå", of);
        var who = sex.Text is { Length: > 0 } told ? told : Sexes.All;
        if (who is not (Sexes.All or Sexes.Women or Sexes.Men))
            return (null, "Okänt kön", who);
        if (!FigureStates.TryGet(state.Text, out var given))
            return (null, "Okänt tillstånd", state.Text);
        if (ownership.Text is { Length: > 0 } runBy && !Ownerships.All.Contains(runBy))
            return (null, "Okänd driftsform", runBy);
        if (!Count(respondents, out var n))
            return (null, "Antalet svarande är inget helt tal", respondents.Text);
        if (!Count(invited, out var asked))
            return (null, "Antalet tillfrågade är inget helt tal", invited.Text);
        if (n > asked)
            return (null, "Fler har svarat än tillfrågats", $"{n} av {asked}");
        if (!Rate(out var low, out var high))
            return (null, "Svarsfrekvensen är ingen procentsats", rate.Text);
        var code = municipality.Text is { Length: > 0 } place ? municipalities.Code(place) : defaultMunicipality;

        return (new FigureFields
        {
            Scope = of,
            OutsideId = of switch
            {
                Scopes.Municipality => municipalities.Code(about),
                Scopes.Unit when byName => NamedId(code, about),
                _ => about,
            },
            Name = called,
            District = district.Text,
            Ownership = ownership.Text,
            MunicipalityCode = code,
            Document = document.Text,
            Period = year,
            Sex = who,
            State = given,
            Respondents = n,
            Invited = asked,
            ResponseRate = low,
            ResponseRateHigh = high,
        }, "", "");
    }

    // Units that a source knows by name only have their name within the municipality for an id.
    private static string NamedId(string municipality, string name)
    {
        var words = SearchNames.SearchName(name).Replace(' ', '-');
        if (words.Length > LongestNamedId)
            words = $"{words[..(LongestNamedId - 9)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8]}";
        return $"{municipality}-{words}";
    }

    private bool Rate(out double? low, out double? high)
    {
        (low, high) = (null, null);
        if (rate.Text is not { Length: > 0 } text)
            return true;
        if (percent > 1 && Cells.TryNumber(text, decimalSign, out var part))
        {
            low = Math.Round(percent * part, 10);
            return part is >= 0 and <= 1;
        }
        var isRate = RateBand.TryRead(text, decimalSign, out var from, out high);
        low = from;
        return isRate;
    }

    private static bool Count(RowField field, out int? count)
    {
        count = null;
        if (field.Text is not { Length: > 0 } text)
            return true;
        if (!Cells.TryCount(text, out var value))
            return false;
        count = value;
        return true;
    }
}
