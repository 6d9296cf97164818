using FsCheck;
using FsCheck.Fluent;
using Portal.Data.Statistics;

namespace Portal.Tests.Statistics;

/// <summary>Figures as surveys give them: small and large units, whole per cents, invited known or not.</summary>
internal static class Samples
{
    public static readonly Gen<int> Respondents = Gen.Frequency(
        (4, Gen.Choose(1, 60)), (1, Gen.Choose(61, 5000)));

    public static readonly Gen<int?> Unanswered = Gen.Frequency(
        (1, Gen.Constant((int?)null)), (3, Gen.Choose(0, 200).Select(n => (int?)n)));

    public static readonly Gen<double> ShareOf = Gen.Frequency(
        (1, Gen.Elements(0.0, 1.0)), (4, Gen.Choose(0, 100).Select(percent => percent / 100.0)));

    public static readonly Gen<ShareSample> Share =
        from share in ShareOf
        from respondents in Respondents
        from unanswered in Unanswered
        select new ShareSample(share, respondents, respondents + unanswered);

    /// <summary>Two different shares at least, of at least two respondents.</summary>
    public static readonly Gen<ScoreSample> Score =
        from counts in Gen.Choose(0, 40).ListOf(5)
        from unknown in Gen.Choose(0, 5)
        from unanswered in Unanswered
        let answers = counts.Select((count, i) => (Score: (double?)(5 - i), Count: count + (i % 4 == 0 ? 1 : 0))).ToList()
        let respondents = answers.Sum(answer => answer.Count) + unknown
        select ScoreSample.FromDistribution(
            [.. answers.Select(answer => (answer.Score, 100.0 * answer.Count / respondents)), (null, 100.0 * unknown / respondents)],
            respondents,
            respondents + unanswered)!;

    public static readonly Gen<IReadOnlyList<Comparand>> Page =
        from units in Gen.Choose(2, 5)
        from questions in Gen.Choose(1, 8)
        from figures in FigureMaker.ListOf(units * questions)
        select (IReadOnlyList<Comparand>)[.. figures.Select((figure, i) => figure($"q{i / units}", $"u{i % units}"))];

    public static readonly Gen<double> Level = Gen.Elements(0.5, 0.1, 0.05, 0.01, 0.05 / 300);

    private static Gen<Func<string, string, Comparand>> FigureMaker => Gen.Frequency(
        (6, Share.Select<ShareSample, Func<string, string, Comparand>>(share => (q, u) => Comparand.OfShare(q, u, share, 5))),
        (6, Score.Select<ScoreSample, Func<string, string, Comparand>>(score => (q, u) => Comparand.OfScore(q, u, score, 5))),
        (1, Gen.Elements(Enum.GetValues<NotTestableReason>()).Select<NotTestableReason, Func<string, string, Comparand>>(
            reason => (q, u) => Comparand.OfNotTestable(q, u, reason))));

    /// <summary>Fails with the shrunk case and its seed.</summary>
    public static void Holds<T>(Gen<T> cases, Func<T, bool> property) =>
        Prop.ForAll(cases.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
