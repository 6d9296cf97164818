using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Municipalities;

/// <summary>The municipalities and their neighbours.</summary>
internal sealed class MunicipalitySource : ISource
{
    public void Read(SourceReading reading)
    {
        var profile = reading.Profile.Municipalities!;
        var (picture, delivery) = (reading.Picture, reading.Delivery);
        reading.KeepSource();
        using var file = reading.Open("municipalities");
        var code = file.Need("code", profile.Columns);
        var name = file.Need("name", profile.Columns);
        var countyCode = file.Find("county_code", profile.Columns);
        var countyName = file.Find("county_name", profile.Columns);
        var population = file.Find("population", profile.Columns);
        var populationDate = file.Find("population_date", profile.Columns);
        var neighbours = file.Find("neighbours", profile.Columns);
        var seen = new Dictionary<string, int>();
        var neighbourCodes = new List<(string Code, string Neighbours, int Line)>();

        while (file.Read())
        {
            delivery.CountRow();
            if (file.Fault is { } fault)
            {
                delivery.Reject(file, fault);
                continue;
            }
            var municipality = Cells.MunicipalityCode(file[code]);
            if (municipality.Length != 4 || !municipality.All(char.IsAsciiDigit))
                delivery.Reject(file, "Kommunkoden är inte fyra siffror", municipality);
            else if (file[name].Length == 0)
                delivery.Reject(file, "Namnet saknas");
            else if (!seen.TryAdd(municipality, file.Line))
                delivery.Reject(file, "Dubblett", $"Kommunen {municipality} står redan på rad {seen[municipality]}.");
            else
                Keep(municipality);
        }

        foreach (var (from, codes, _) in neighbourCodes)
        {
            picture.Neighbours.RemoveWhere(n => n.MunicipalityCode == from);
            foreach (var to in codes.Split(profile.NeighbourSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Cells.MunicipalityCode))
            {
                if (to == from || !picture.Municipalities.ContainsKey(to))
                    delivery.Remark(file.Name, "Okänd grannkommun", $"{from} har grannen {to}.");
                else
                    picture.Neighbours.Add(new MunicipalityNeighbourRow { MunicipalityCode = from, NeighbourCode = to });
            }
        }

        void Keep(string municipality)
        {
            int? people = null;
            if (population >= 0 && file[population].Length > 0)
            {
                if (Cells.TryCount(file[population], out var count))
                    people = count;
                else
                    delivery.Remark(file, "Folkmängden är inget helt tal", file[population]);
            }
            var changed = Picture.Set(picture.Municipalities, municipality, new MunicipalityRow
            {
                MunicipalityCode = municipality,
                Name = file[name],
                SortKey = SearchNames.SortKey(file[name]),
                SearchName = SearchNames.SearchName(file[name]),
                CountyCode = NullIfEmpty(file[countyCode]),
                CountyName = NullIfEmpty(file[countyName]),
                Population = people,
                PopulationDate = people is null ? null : Date(file[populationDate]) ?? profile.PopulationDate,
                IsSample = reading.Profile.Source.IsSample,
                SourceId = reading.SourceId,
            });
            if (!changed)
                delivery.RowsUnchanged++;
            neighbourCodes.Add((municipality, file[neighbours], file.Line));
            picture.MunicipalitySubject(municipality);
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
