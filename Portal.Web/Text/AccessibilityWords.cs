namespace Portal.Web.Text;

/// <summary>The law's own words for how accessible the site is and why something is not.</summary>
public static class AccessibilityWords
{
    /// <summary>The law, by its name.</summary>
    public const string Law = "lagen om tillgänglighet till digital offentlig service";

    /// <summary>The grounds of the law, in the order that the statement has them.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["non_compliance", "burden", "not_covered"];

    /// <summary>How far the site follows the law, as the sentence goes on after "Webbplatsen är".</summary>
    public static string Status(string code) => code switch
    {
        "fully" => "helt förenlig",
        "partly" => "delvis förenlig",
        "not" => "inte förenlig",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a status."),
    };

    /// <summary>A ground of the law, as a heading.</summary>
    public static string Reason(string code) => code switch
    {
        "non_compliance" => "Bristande förenlighet med lagen",
        "burden" => "Oskäligt betungande anpassning",
        "not_covered" => "Innehåll som inte omfattas av lagen",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a ground."),
    };

    /// <summary>Who assessed the site.</summary>
    public static string Assessment(string kind) => kind switch
    {
        "self" => "Vi har själva granskat webbplatsen (självskattning).",
        "external" => "Webbplatsen har granskats av en oberoende part.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of assessment."),
    };
}
