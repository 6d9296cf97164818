using Portal.Data.Model;

namespace Portal.Web.Text;

/// <summary>
/// What the two sexes are called beside a survey's figures: by who was asked, since "women and girls" reads oddly where
/// only children, or only grown-ups, have answered.
/// </summary>
public static class SexWords
{
    private static readonly string[] Parents = ["vårdnadshavare", "förälder", "föräldrar"];
    private static readonly string[] Children = ["elev", "barn", "ungdom"];
    private static readonly string[] Adults = ["boende", "hemtjänst", "brukare", "äldre", "person", "anhörig", "medarbetare"];

    /// <summary>Women or girls: <c>Kvinnor</c>, <c>Flickor</c>, <c>Om flickor</c> where their guardians answered.</summary>
    /// <param name="asked">Who was asked, in Swedish plural; null where that is not known.</param>
    public static string Women(string? asked) => Of(asked).Women;

    /// <summary>Men or boys: <c>Män</c>, <c>Pojkar</c>, <c>Om pojkar</c> where their guardians answered.</summary>
    /// <param name="asked">Who was asked, in Swedish plural; null where that is not known.</param>
    public static string Men(string? asked) => Of(asked).Men;

    private static (string Women, string Men) Of(string? asked)
    {
        // Guardians first: "vårdnadshavare med barn i förskolan" speaks of both, and the sex is then the child's.
        if (Says(asked, Parents))
            return ("Om flickor", "Om pojkar");
        if (Says(asked, Children))
            return ("Flickor", "Pojkar");
        return Says(asked, Adults)
            ? ("Kvinnor", "Män")
            : (Words.Capital(Words.Sex(Sexes.Women)), Words.Capital(Words.Sex(Sexes.Men)));
    }

    private static bool Says(string? asked, string[] words) =>
        asked is not null && words.Any(w => asked.Contains(w, StringComparison.OrdinalIgnoreCase));
}
