namespace Portal.Web.Links;

/// <summary>The forms that a page with figures has besides HTML. The name in lower case is the address's ending.</summary>
public enum FileFormat
{
    /// <summary>RFC 4180, for spreadsheets.</summary>
    Csv,

    /// <summary>For programs.</summary>
    Json,
}
