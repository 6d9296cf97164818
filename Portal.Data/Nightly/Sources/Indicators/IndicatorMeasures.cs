using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Indicators;

/// <summary>Reads the file that says what is measured: one row a measure.</summary>
internal static class IndicatorMeasures
{
    private static readonly string[] Kinds = ["share", "mean", "count", "ratio"];
    private static readonly string[] Directions = ["higher", "lower", "neither"];
    private static readonly string[] Periods = ["year", "school_year", "undated"];

    /// <summary>The measures by the id that the figures' files know them by, kept in the picture.</summary>
    public static IReadOnlyDictionary<string, MeasureRow> Read(SourceReading reading)
    {
        var (delivery, picture) = (reading.Delivery, reading.Picture);
        var measures = new Dictionary<string, MeasureRow>(StringComparer.Ordinal);
        using var file = reading.Open(IndicatorSource.MeasuresFile);
        var columns = reading.Profile.Indicators!.MeasureColumns;
        var id = file.Need("measure", columns);
        var name = file.Need("name", columns);
        var kind = file.Need("kind", columns);
        var unit = file.Need("unit", columns);
        var area = file.Find("service_area", columns);
        var decimals = file.Find("decimals", columns);
        var better = file.Find("better", columns);
        var low = file.Find("low", columns);
        var high = file.Find("high", columns);
        var periodKind = file.Find("period_kind", columns);
        var description = file.Find("description", columns);
        while (file.Read())
        {
            delivery.CountRow();
            var (places, lowest, highest, detail) = (0, (double?)null, (double?)null, (string?)null);
            var reason = file.Fault
                ?? (file[id].Length == 0 || file[name].Length == 0 ? "Måttet saknar id eller namn" : null)
                ?? Widths.Fault(file[id], file[name], file[unit])
                ?? (measures.ContainsKey(file[id]) ? "Måttet står två gånger" : null)
                ?? Among(file[kind], Kinds, "Okänd sort")
                ?? Among(Word(better, "neither"), Directions, "Okänt ord för vad som är bättre")
                ?? Among(Word(periodKind, "year"), Periods, "Okänd sorts period")
                ?? (file[area].Length == 0 || picture.ServiceAreas.ContainsKey(file[area]) ? null : "Okänd verksamhet")
                ?? (file[decimals].Length == 0 || (Cells.TryCount(file[decimals], out places) && places <= 6) ? null : "Antalet decimaler är inget helt tal upp till 6")
                ?? (Bound(low, out lowest) && Bound(high, out highest) ? null : "Skalans gräns är inget tal");
            if (reason is not null)
            {
                delivery.Reject(file, reason, detail);
                continue;
            }
            var isShare = file[kind] == "share";
            var row = new MeasureRow
            {
                MeasureId = $"{reading.SourceId}-{file[id]}",
                ServiceAreaId = file[area].Length == 0 ? null : file[area],
                Name = file[name],
                Kind = file[kind],
                Unit = file[unit],
                Decimals = places,
                Better = Word(better, "neither"),
                Low = lowest ?? (isShare ? 0 : null),
                High = highest ?? (isShare ? 100 : null),
                PeriodKind = Word(periodKind, "year"),
                SortOrder = measures.Count + 1,
                SourceId = reading.SourceId,
                Description = file[description].Length == 0 ? null : file[description],
            };
            measures[file[id]] = row with { MeasureKey = picture.Measure(row) };

            string? Among(string word, string[] words, string why)
            {
                if (words.Contains(word))
                    return null;
                detail = $"{word}. Skriv {string.Join(", ", words)}.";
                return why;
            }
        }
        return measures;

        string Word(int column, string otherwise) => file[column].Length == 0 ? otherwise : file[column];

        bool Bound(int column, out double? bound)
        {
            bound = null;
            if (file[column].Length == 0)
                return true;
            if (!Cells.TryNumber(file[column], file.Profile.DecimalSign, out var number))
                return false;
            bound = number;
            return true;
        }
    }
}
