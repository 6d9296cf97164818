using System.Globalization;

namespace Portal.Web.Hosting.Look;

/// <summary>A colour of a screen (sRGB), each part 0–255.</summary>
public sealed record Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>All light.</summary>
    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>No light.</summary>
    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>Reads <c>#0b5a8a</c>; null for anything else.</summary>
    public static Colour? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is ['#', _, _, _, _, _, _]
            && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
                ? new Colour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
                : null;
    }

    /// <summary>This colour with a share, 0–1, of another stirred in.</summary>
    public Colour Mix(Colour other, double share) => new(
        Part(Red, other.Red, share), Part(Green, other.Green, share), Part(Blue, other.Blue, share));

    /// <summary>The contrast between two colours, 1–21 (WCAG 2.2, "contrast ratio").</summary>
    public static double Contrast(Colour one, Colour other)
    {
        var (bright, dim) = (Math.Max(one.Luminance, other.Luminance), Math.Min(one.Luminance, other.Luminance));
        return (bright + 0.05) / (dim + 0.05);
    }

    /// <summary>As style sheets write it: <c>#0b5a8a</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    // WCAG 2.2, "relative luminance".
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Part(byte one, byte other, double share) =>
        (byte)Math.Round(one + (other - one) * share, MidpointRounding.AwayFromZero);
}
