using System.Text;

namespace Portal.Web.Hosting.Look;

/// <summary>
/// The shades that a municipality's one colour gives in Designsystemet's names: tints for surfaces, the colour itself
/// for links and buttons, darker ones for what is pressed. Pure.
/// </summary>
public sealed class AccentScale
{
    /// <summary>The least contrast of text against what it stands on (WCAG 2.2, 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    // The page's own ground in the design system's dark theme (--ds-color-neutral-background-default).
    private static readonly Colour DarkGround = new(0x17, 0x18, 0x1a);

    private readonly Colour colour;
    private readonly Colour ground;
    private readonly bool isDark;

    private AccentScale(Colour colour, bool isDark) =>
        (this.colour, this.isDark, ground) = (colour, isDark, isDark ? DarkGround : Colour.White);

    /// <summary>The shades on white.</summary>
    public static AccentScale Light(Colour colour) => new(colour, isDark: false);

    /// <summary>The shades on the dark ground.</summary>
    public static AccentScale Dark(Colour colour) => new(colour, isDark: true);

    /// <summary>The shades on the dark ground of a colour chosen for white: as much lighter as reading needs.</summary>
    public static AccentScale DarkFrom(Colour colour)
    {
        for (var white = 0.0; white < 1; white += 0.05)
        {
            if (Dark(colour.Mix(Colour.White, white)) is { Contrast: >= LeastContrast } readable)
                return readable;
        }
        return Dark(Colour.White);
    }

    /// <summary>The contrast of the colour as text where it is lowest: on the page or on a tinted surface.</summary>
    public double Contrast => Math.Min(Colour.Contrast(colour, ground), Colour.Contrast(colour, Tint));

    /// <summary>The declarations of a style sheet.</summary>
    public string Declarations
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, shade) in Shades)
                text.Append("--ds-color-accent-").Append(name).Append(':').Append(shade).Append(';');
            return text.ToString();
        }
    }

    private Colour Tint => ground.Mix(colour, isDark ? 0.1 : 0.06);

    private Colour Strong => isDark ? Colour.White : Colour.Black;

    private Colour OnColour => Colour.Contrast(colour, Colour.White) >= Colour.Contrast(colour, Colour.Black) ? Colour.White : Colour.Black;

    private IEnumerable<(string Name, Colour Shade)> Shades =>
    [
        ("background-tinted", Tint),
        ("surface-tinted", ground.Mix(colour, 0.14)),
        ("surface-hover", ground.Mix(colour, 0.22)),
        ("surface-active", ground.Mix(colour, 0.3)),
        ("border-subtle", ground.Mix(colour, 0.4)),
        ("border-default", ground.Mix(colour, 0.9)),
        ("border-strong", colour),
        ("text-subtle", colour),
        ("text-default", colour.Mix(Strong, isDark ? 0.8 : 0.5)),
        ("base-default", colour),
        ("base-hover", colour.Mix(Strong, 0.2)),
        ("base-active", colour.Mix(Strong, 0.35)),
        ("base-contrast-default", OnColour),
    ];
}
