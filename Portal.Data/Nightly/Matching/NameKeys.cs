using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Data.Model;

namespace Portal.Data.Nightly.Matching;

/// <summary>
/// One name in the forms that the rules compare. Unlike a search name it keeps å, ä and ö: "Hagen" and "Hägen"
/// are two places.
/// </summary>
internal sealed partial class NameKeys
{
    public NameKeys(string name, KindWords words)
    {
        Tokens = [.. Words(name).Select(word => words.Written.GetValueOrDefault(word, word))];
        Same = string.Join(' ', Tokens);
        var withoutService = Tokens.Where(word => !words.Service.Contains(word)).ToArray();
        ButService = string.Join(' ', withoutService);
        ButDash = string.Join(' ', withoutService.Select(WithoutDash));
        HasRange = Tokens.Any(IsRange);
        HasNumber = Tokens.Any(word => char.IsAsciiDigit(word[0]));
        var distinctive = withoutService.Where(word => !words.Kind.Contains(word)).Select(WithoutGenitive).ToArray();
        ButKind = string.Join(' ', distinctive);
        Distinctive = distinctive.ToFrozenSet(StringComparer.Ordinal);
        Directions = [.. Tokens.Select(word => words.Directions.GetValueOrDefault(word)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Lower case, no punctuation, house letters joined to their number ("13 C" is "13c").</summary>
    public string Same { get; }

    /// <summary>Empty when the name has no other words.</summary>
    public string ButService { get; }

    public string ButDash { get; }

    public string ButKind { get; }

    public bool HasRange { get; }

    public bool HasNumber { get; }

    /// <summary>The words that are left when all others are taken away.</summary>
    public FrozenSet<string> Distinctive { get; }

    public IReadOnlyList<string> Directions { get; }

    public string Without(IReadOnlySet<string> providerWords) =>
        providerWords.Count == 0 ? ButKind : string.Join(' ', Distinctive.Count == 0
            ? []
            : ButKind.Split(' ').Where(word => !providerWords.Contains(word)));

    public bool SaysOtherDirectionThan(NameKeys other) =>
        Directions.Count > 0 && other.Directions.Count > 0 && !Directions.SequenceEqual(other.Directions);

    internal static string WithoutGenitive(string word) =>
        word.Length > 3 && word[^1] == 's' && !char.IsAsciiDigit(word[0]) ? word[..^1] : word;

    internal static IEnumerable<string> Words(string name)
    {
        var text = SearchNames.WithoutHalfPairs(name).Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            .Replace('é', 'e').Replace('è', 'e').Replace("&", " och ", StringComparison.Ordinal);
        text = Dash().Replace(text, "-");
        text = RangeSpace().Replace(text, "-");
        text = DashOutsideRange().Replace(text, " ");
        text = HouseLetter().Replace(text, "");
        return NoWord().Split(text).Where(word => word.Length > 0);
    }

    // Only a rising range: "6-8" may have been written "68", "8-6" is something else.
    private static string WithoutDash(string word)
    {
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && IsRange(word) ? string.Concat(word.AsSpan(0, dash), word.AsSpan(dash + 1)) : word;
    }

    private static bool IsRange(string word)
    {
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 &&
               HouseNumber(word.AsSpan(0, dash)) is { } from && HouseNumber(word.AsSpan(dash + 1)) is { } to && from < to;
    }

    private static int? HouseNumber(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"[\u2010-\u2015\u2212]", RegexOptions.None, 1000)]
    private static partial Regex Dash();

    [GeneratedRegex(@"(?<=[0-9])\s*-\s*(?=[0-9])", RegexOptions.None, 1000)]
    private static partial Regex RangeSpace();

    [GeneratedRegex(@"(?<![0-9])-|-(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex DashOutsideRange();

    // "13 C" is "13c". The words i and o ("5 i Lunden", "5 o 7") stand before another word and are no house letters.
    [GeneratedRegex(@"(?<=[0-9])\s(?![io]\s+\w)(?=\p{L}(?!\w))", RegexOptions.None, 1000)]
    private static partial Regex HouseLetter();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}-]+", RegexOptions.None, 1000)]
    private static partial Regex NoWord();
}
