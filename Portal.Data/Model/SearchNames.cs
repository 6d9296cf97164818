using System.Globalization;
using System.Text;

namespace Portal.Data.Model;

/// <summary>
/// Names as the reporting tables search and order them. Every importer writes them and the search box folds
/// what was typed in the same way, so that neither engine's own collation is asked. Nothing here depends on
/// the current culture.
/// </summary>
public static class SearchNames
{
    /// <summary>The longest sort key that the tables hold.</summary>
    public const int LongestSortKey = 400;

    // The Nordic letters that no decomposition takes apart, and the Turkish i without a dot.
    private static readonly Dictionary<char, string> SearchLetters = new()
    {
        ['æ'] = "a",
        ['ø'] = "o",
        ['œ'] = "o",
        ['ð'] = "d",
        ['đ'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ß'] = "ss",
        ['ı'] = "i",
    };

    // Swedish order: å, ä and ö are letters of their own after z; æ and ø count as ä and ö; ü counts as y. The z
    // is "za", or "Pizza" and "Piå" would get one and the same key.
    private static readonly Dictionary<char, string> SortLetters = new()
    {
        ['z'] = "za",
        ['å'] = "zb",
        ['ä'] = "zc",
        ['æ'] = "zc",
        ['ö'] = "zd",
        ['ø'] = "zd",
        ['œ'] = "zd",
        ['ü'] = "y",
        ['ð'] = "d",
        ['đ'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ß'] = "ss",
        ['ı'] = "i",
    };

    /// <summary>
    /// The name folded for search: lower case, å and ä as a, ö as o, other accents left out, punctuation as
    /// space, digits parted from letters ("13C" and "13 C" are both "13 c"), single spaces.
    /// </summary>
    /// <param name="text">A name, or what somebody typed.</param>
    /// <returns>Letters, digits and single spaces; empty when the text has neither letter nor digit.</returns>
    public static string SearchName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length + 8);
        foreach (var part in Parts(text))
        {
            if (folded.Length > 0)
                folded.Append(' ');
            foreach (var letter in part.Normalize(NormalizationForm.FormKD))
            {
                if (SearchLetters.TryGetValue(letter, out var written))
                    folded.Append(written);
                else if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                    folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    /// <summary>
    /// A key whose plain order is Swedish order: word by word, å, ä, ö after z, w after v, é as e, and numbers
    /// by their value ("Gata 2" before "Gata 10"). It holds only a-z, 0-9 and space, so that binary comparison,
    /// SQLite and a Swedish collation of SQL Server agree.
    /// </summary>
    /// <param name="text">A name.</param>
    /// <returns>The key, at most <see cref="LongestSortKey"/> characters. Names that differ only in accents,
    /// case or punctuation share a key: order by something unique after it.</returns>
    public static string SortKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length + 16);
        foreach (var part in Parts(text))
        {
            if (key.Length > 0)
                key.Append(' ');
            if (char.IsAsciiDigit(part[0]))
                AppendNumber(key, part);
            else
                AppendLetters(key, part);
        }

        return key.Length <= LongestSortKey ? key.ToString() : key.ToString(0, LongestSortKey).TrimEnd();
    }

    // A number is its count of digits in two figures, then its digits: by order of text that is order of value.
    private static void AppendNumber(StringBuilder key, string digits)
    {
        var value = digits.TrimStart('0');
        key.Append(Math.Min(value.Length, 99).ToString("00", CultureInfo.InvariantCulture)).Append(value);
    }

    private static void AppendLetters(StringBuilder key, string part)
    {
        foreach (var letter in part.EnumerateRunes())
        {
            if (letter.IsBmp && SortLetters.TryGetValue((char)letter.Value, out var written))
            {
                key.Append(written);
                continue;
            }

            foreach (var simple in letter.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            {
                if (simple.IsAscii && Rune.IsLetterOrDigit(simple))
                    key.Append((char)simple.Value);
                else if (Rune.IsLetterOrDigit(simple))
                    key.Append("ze").Append(simple.Value.ToString("x6", CultureInfo.InvariantCulture)); // after ö, by code
            }
        }
    }

    // Runs of letters and runs of ASCII digits, in lower case and composed form.
    private static IEnumerable<string> Parts(string text)
    {
        var run = new StringBuilder();
        var runIsNumber = false;
        foreach (var rune in WithoutHalfPairs(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            // Marks stay with their letter; they are left out when the letter is folded.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                if (run.Length > 0 && !runIsNumber)
                    run.Append(rune.ToString());
                continue;
            }

            var isPart = Rune.IsLetterOrDigit(rune);
            var isNumber = rune.IsAscii && Rune.IsDigit(rune);
            if (run.Length > 0 && (!isPart || isNumber != runIsNumber))
            {
                yield return run.ToString();
                run.Clear();
            }

            if (isPart)
            {
                runIsNumber = isNumber;
                run.Append(Lower(rune).ToString());
            }
        }

        if (run.Length > 0)
            yield return run.ToString();
    }

    // The capital İ is the one letter whose invariant lower case is not itself a lower-case letter.
    private static Rune Lower(Rune rune) => rune.Value == 'İ' ? new Rune('i') : Rune.ToLowerInvariant(rune);

    // Half a surrogate pair cannot be normalised: what arrives cut in the middle of a character reads as a space.
    internal static string WithoutHalfPairs(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            text = string.Concat(text.AsSpan(0, i), " ", text.AsSpan(i + 1));
        }

        return text;
    }
}
