using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Hosting.Problems;

/// <summary>What an error page says.</summary>
/// <param name="Title">The heading.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">What the reader can do.</param>
public sealed record ErrorWords(string Title, string What, string Mend)
{
    /// <summary>The words of a status code; the page's own where it gave any.</summary>
    public static ErrorWords For(int code, Problem? problem)
    {
        var words = code switch
        {
            400 => new ErrorWords("Adressen går inte att använda", "Något i adressen är fel skrivet.", "Rätta adressen, eller börja om från startsidan."),
            404 => new ErrorWords("Sidan finns inte", "Det finns ingen sida på den här adressen.", "Kontrollera att adressen är rätt skriven, eller sök i portalen."),
            405 => new ErrorWords("Sidan går bara att läsa", "Den här adressen tar inte emot något.", "Öppna adressen i en webbläsare för att läsa sidan."),
            503 => new ErrorWords("Uppgifterna går inte att hämta just nu", "Portalen når inte sin databas.", "Vänta en minut och ladda om sidan. Felet är vårt, inte ditt."),
            < 500 => new ErrorWords("Det gick inte att visa sidan", "Portalen kunde inte använda det som skickades.", "Gå tillbaka och försök igen, eller börja om från startsidan."),
            _ => new ErrorWords("Något gick fel hos oss", "Sidan kunde inte visas på grund av ett fel i portalen.", "Försök igen om en stund. Felet är vårt, inte ditt."),
        };
        return problem is null ? words : words with { What = problem.What, Mend = problem.Mend };
    }

    /// <summary>The same as problem details (RFC 9457).</summary>
    internal IActionResult AsData(int code, string reference, HttpContext http) => new JsonResult(new
    {
        type = "about:blank",
        title = Title,
        status = code,
        detail = $"{What} {Mend}",
        instance = FailedRequest.Path(http),
        reference,
    })
    { StatusCode = code, ContentType = "application/problem+json; charset=utf-8" };
}
