using System.Globalization;
using Microsoft.Extensions.Options;
using Portal.Web.Text;

namespace Portal.Web.Hosting.Look;

/// <summary>Stops the start where a municipality's colours can not be read or its mark can not be shown, and says how to mend it.</summary>
internal sealed class LookRules : IValidateOptions<PortalOptions>
{
    /// <summary>The heaviest mark, in bytes: it is on every page.</summary>
    public const int HeaviestMark = 32 * 1024;

    /// <summary>The forms of picture that a mark may have, by the ending of its name.</summary>
    public static readonly IReadOnlyDictionary<string, string> MarkTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
    };

    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        var look = options.Look;
        var wrongs = new[] { Accent(look), AccentDark(look), Mark(look.Mark) }.OfType<string>().ToList();
        return wrongs.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrongs);
    }

    private static string? Accent(LookOptions look)
    {
        if (look.Accent.Length > 0)
            return Wrong("Portal:Look:Accent", look.Accent, AccentScale.Light, "på ljus bakgrund", "mörkare");
        return look.AccentDark.Length > 0
            ? "Portal:Look:AccentDark är satt men inte Portal:Look:Accent. Sätt båda, eller bara Portal:Look:Accent."
            : null;
    }

    private static string? AccentDark(LookOptions look) => look.AccentDark.Length == 0
        ? null
        : Wrong("Portal:Look:AccentDark", look.AccentDark, AccentScale.Dark, "på mörk bakgrund", "ljusare");

    private static string? Wrong(string setting, string text, Func<Colour, AccentScale> scale, string where, string mend)
    {
        if (Colour.Parse(text) is not { } colour)
            return $"{setting} är ”{text}”, som inte är en färg. Skriv # och sex siffror eller bokstäver a–f, till exempel #0b5a8a.";
        var contrast = scale(colour).Contrast;
        // Cut and not rounded: 4.49 must not read as 4.5.
        return contrast >= AccentScale.LeastContrast
            ? null
            : $"{setting} är {text}, som {where} har kontrasten {Format.Number(Math.Floor(contrast * 10) / 10, 1)}:1. Text och länkar behöver minst "
                + $"{Format.Number(AccentScale.LeastContrast, 1)}:1. Välj en {mend} färg.";
    }

    private static string? Mark(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return null;
        if (!MarkTypes.ContainsKey(Path.GetExtension(path).ToLowerInvariant()))
            return $"Portal:Look:Mark är ”{path}”. Märket ska vara en fil som slutar på {Format.List([.. MarkTypes.Keys.Order(StringComparer.Ordinal)], "eller")}.";
        if (!File.Exists(path))
            return $"Portal:Look:Mark är ”{path}”, men den filen finns inte. Ange hela sökvägen till märkets fil.";
        return new FileInfo(path).Length > HeaviestMark
            ? string.Create(CultureInfo.InvariantCulture, $"Portal:Look:Mark är ”{path}”, som är större än {HeaviestMark / 1024} kB. Märket laddas på varje sida: spara en mindre fil.")
            : null;
    }
}
