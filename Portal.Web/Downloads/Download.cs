using Microsoft.AspNetCore.Mvc;
using Portal.Web.Links;

namespace Portal.Web.Downloads;

/// <summary>What a page answers when its address ends in <c>.csv</c> or <c>.json</c>.</summary>
public static class Download
{
    /// <summary>Said of a licence where the source states none.</summary>
    public const string NoLicence = "källan anger ingen licens";

    /// <summary>The file, or null where the address asks for the page: <c>return Download.For(format, sheet) ?? Page();</c></summary>
    public static IActionResult? For<T>(FileFormat? format, DataSheet<T> sheet) =>
        format is { } f ? new DownloadResult<T>(f, sheet) : null;

    /// <summary>Several sources or licences as one text, each once, in their order.</summary>
    public static string Join(IEnumerable<string?> texts, string ifNone) =>
        string.Join("; ", texts.Select(t => string.IsNullOrWhiteSpace(t) ? ifNone : t).Distinct(StringComparer.Ordinal).DefaultIfEmpty(ifNone));
}
