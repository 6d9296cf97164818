using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Web.Text;

namespace Portal.Web.Components.Charts;

/// <summary>
/// Where everything stands in the picture of a trend, in a drawing of <see cref="Width"/> by <see cref="Height"/> so small
/// that its text is read at 360 pixels. Years lie as far apart as they are; a share is drawn from 0 to 100, a mean on its
/// scale, all else from zero.
/// </summary>
public sealed class TrendPicture
{
    /// <summary>Of the drawing; one unit is about a pixel in a narrow window.</summary>
    public const int Width = 320;

    /// <summary>Of the drawing.</summary>
    public const int Height = 190;

    /// <summary>Where the lowest value of the scale stands.</summary>
    public const double Bottom = 152;

    /// <summary>Where the highest value of the scale stands.</summary>
    public const double Top = 24;

    /// <summary>Where the lines across begin.</summary>
    public const double Left = 52;

    /// <summary>Where the lines across end.</summary>
    public const double Right = 316;

    // Of the first and the last round. The script has these places too (chart.js), so that nothing moves.
    private const double First = 74;
    private const double Last = 290;

    // A gap's word takes this much; of gaps that lie closer only the text beneath the picture tells.
    private const double RoomForWord = 64;

    private readonly List<TrendRow> rounds;
    private readonly string periodKind;
    private readonly Figure? like;

    /// <summary>Makes the picture.</summary>
    /// <param name="rows">The rounds, newest first. Those without a year have no place.</param>
    /// <param name="periodKind">As of the measure.</param>
    /// <param name="asked">Who was asked; as of the measure.</param>
    public TrendPicture(IReadOnlyList<TrendRow> rows, string periodKind, string? asked)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.periodKind = periodKind;
        rounds = [.. rows.Where(r => r.Period > 0).OrderBy(r => r.Period)];
        var values = rounds.SelectMany(r => new[] { r.All, r.Women, r.Men }).Where(f => f?.Value is not null).ToList();
        like = values.FirstOrDefault();
        (Low, High) = Scale(like, [.. values.Select(f => f!.Value!.Value)]);
        var sexes = new[] { Sexes.All, Sexes.Women, Sexes.Men }.Where(s => rounds.Exists(r => TrendWords.Of(r, s)?.Value is not null)).ToList();
        Series = [.. sexes.Select((sex, i) => new Line(i + 1, TrendWords.Name(sex, asked), Points(sex)))];
        Main = sexes.FirstOrDefault(Sexes.All);
    }

    /// <summary>The lowest value of the scale.</summary>
    public double Low { get; }

    /// <summary>The highest value of the scale.</summary>
    public double High { get; }

    /// <summary>The lines: all respondents, then women and men where the source parts them.</summary>
    public IReadOnlyList<Line> Series { get; }

    /// <summary>Whose figures the words in the picture are about.</summary>
    public string Main { get; }

    /// <summary>One point is no trend.</summary>
    public bool IsWorthDrawing => Series.Any(s => s.Points.Count > 1);

    /// <summary>The lines across, with what they stand for.</summary>
    public IEnumerable<(double Y, string Text)> Levels
    {
        get
        {
            var middle = (Low + High) / 2;
            foreach (var level in like?.Unit == "percent" || middle == Math.Round(middle) ? new[] { Low, middle, High } : [Low, High])
                yield return (Y(level), Text(level));
        }
    }

    /// <summary>A value as the scale writes it.</summary>
    public string Text(double value) => like?.Unit == "percent"
        ? Format.Percent(value)
        : Format.Number(value, value == Math.Round(value) ? 0 : 1);

    /// <summary>The years that there is room for, the newest always.</summary>
    public IEnumerable<(double X, string Text)> Years
    {
        get
        {
            var room = periodKind == "school_year" ? 54 : 36;
            var last = double.MaxValue;
            foreach (var round in Enumerable.Reverse(rounds))
            {
                var x = X(round.Period);
                if (last - x < room)
                    continue;
                last = x;
                yield return (x, TrendWords.Year(round.Period, periodKind));
            }
        }
    }

    /// <summary>The rounds without a final figure, each with a word where there is room.</summary>
    public IEnumerable<(double X, string? Word, bool HasPoint)> Gaps
    {
        get
        {
            var gaps = rounds.Where(r => TrendWords.Short(r, Main) is not null).ToList();
            var isRoomy = gaps.Zip(gaps.Skip(1), (a, b) => X(b.Period) - X(a.Period)).All(d => d >= RoomForWord);
            return gaps.Select(r => (X(r.Period), isRoomy ? TrendWords.Short(r, Main) : null, TrendWords.Of(r, Main)?.Value is not null));
        }
    }

    /// <summary>Where the question became another one.</summary>
    public IEnumerable<double> Breaks =>
        from pair in rounds.Zip(rounds.Skip(1), (older, newer) => (older, newer))
        where pair.older.EarlierWording is not null
        select (X(pair.older.Period) + X(pair.newer.Period)) / 2;

    /// <summary>The first and the last value, where one line has the picture to itself.</summary>
    public IEnumerable<(double X, double Y, string Text)> Values =>
        Series is [{ Points: [var first, .., var last] }]
            ? new[] { first, last }.Select(p => (p.X, p.Y < Top + 16 ? p.Y + 20 : p.Y - 10, p.Text))
            : [];

    /// <summary>A length as SVG writes it.</summary>
    public static string Length(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    private List<Point> Points(string sex)
    {
        var points = new List<Point>();
        var isNew = true;
        foreach (var round in rounds)
        {
            if (TrendWords.Of(round, sex) is { Value: { } value } figure)
            {
                var isPreliminary = figure.State == ObservationState.Preliminary;
                points.Add(new Point(X(round.Period), Y(value), Format.Value(value, like!.Unit == "percent" ? "percent" : "", figure.Decimals), isNew || isPreliminary, isPreliminary));
                isNew = isPreliminary || round.EarlierWording is not null;
            }
            else
            {
                isNew = true;
            }
        }
        return points;
    }

    private double X(int period)
    {
        var (first, last) = (rounds[0].Period, rounds[^1].Period);
        return first == last ? (First + Last) / 2 : First + ((Last - First) * (period - first) / (last - first));
    }

    private double Y(double value) => Bottom - ((Bottom - Top) * (value - Low) / (High - Low));

    private static (double Low, double High) Scale(Figure? like, IReadOnlyList<double> values)
    {
        var (least, most) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(0).Max());
        if (like?.Unit == "percent" && least >= 0 && most <= 100)
            return (0, 100);
        if (like is { Kind: "mean", ScaleLow: { } low, ScaleHigh: { } high } && low < high && least >= low && most <= high)
            return (low, high);
        return (least < 0 ? -Round(-least) : 0, most > 0 ? Round(most) : least < 0 ? 0 : 1);
    }

    // The next number that halves into numbers that are easily read: 1, 2, 4, 6, 8 or 10 times a power of ten.
    private static double Round(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * new[] { 1, 2, 4, 6, 8, 10 }.First(step => step >= (value / power) - 1e-9);
    }

    /// <summary>One line of the picture.</summary>
    /// <param name="Mark">1, 2 or 3: its shape, pattern and colour.</param>
    /// <param name="Name">As the table's column.</param>
    /// <param name="Points">Oldest first.</param>
    public sealed record Line(int Mark, string Name, IReadOnlyList<Point> Points)
    {
        /// <summary>The unbroken stretches, as SVG writes points; a point alone makes none.</summary>
        public IEnumerable<string> Stretches
        {
            get
            {
                var stretch = new List<Point>();
                foreach (var point in Points)
                {
                    if (point.IsNew && stretch.Count > 1)
                        yield return Written(stretch);
                    if (point.IsNew)
                        stretch.Clear();
                    stretch.Add(point);
                }
                if (stretch.Count > 1)
                    yield return Written(stretch);
            }
        }

        private static string Written(List<Point> stretch) => string.Join(' ', stretch.Select(p => $"{Length(p.X)},{Length(p.Y)}"));
    }

    /// <summary>One figure.</summary>
    /// <param name="X">From the left.</param>
    /// <param name="Y">From above.</param>
    /// <param name="Text">The value.</param>
    /// <param name="IsNew">No line leads here from the point before.</param>
    /// <param name="IsPreliminary">It may change.</param>
    public sealed record Point(double X, double Y, string Text, bool IsNew, bool IsPreliminary);
}
