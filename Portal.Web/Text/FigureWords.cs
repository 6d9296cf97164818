using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Units;
using Portal.Data.Statistics;

namespace Portal.Web.Text;

/// <summary>What pages say of figures that stand beside each other: gaps, verdicts and how exact a figure is.</summary>
public static class FigureWords
{
    /// <summary>
    /// What is measured of a question: <c>andel positiva svar</c>, <c>medelbetyg, högst 5</c>; the measure's own name where
    /// it is neither.
    /// </summary>
    public static string Kind(string kind, double? scaleHigh, string measureName) => kind switch
    {
        "share" => "andel positiva svar",
        "mean" => scaleHigh is { } high ? $"medelbetyg, högst {Format.Number(high, 0)}" : "medelbetyg",
        _ => measureName,
    };

    /// <summary>What is said where a round has a share and no mean.</summary>
    public const string NoMean = "medelbetyg saknas";

    /// <summary>Said of a municipality, or the country, without a figure of the year.</summary>
    public const string NoneBeside = "uppgift saknas för samma år";

    /// <summary>Said of the country where a survey is held in one municipality.</summary>
    public const string LocalSurvey = "undersökningen görs bara i en kommun";

    /// <summary>Why a round has no figure in a trend.</summary>
    public static string Gap(TrendGap gap) => gap switch
    {
        TrendGap.NotInRound => "enheten ingick inte i omgången",
        TrendGap.NotAsked => "frågan ställdes inte i omgången",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Not a gap."),
    };

    /// <summary>Why a unit has no figure of what another unit has one of; null is that of a figure without a state.</summary>
    public static string Gap(CellGap? gap) => gap switch
    {
        null or CellGap.NotInRound => "enheten har inte fått frågan",
        CellGap.OtherService => "frågan gäller inte den här verksamheten",
        CellGap.OtherMunicipality => "undersökningen görs inte i enhetens kommun",
        CellGap.NotInSurvey => "enheten har inte ingått i undersökningen",
        CellGap.NotInSource => "källan har ingen uppgift om enheten",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Not a gap."),
    };

    /// <summary>
    /// What stands beneath a figure in a comparison: the year, how many answered of how many, and marks. Empty where there is no figure at all.
    /// </summary>
    public static string CompareNote(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.State is null)
            return "";
        string[] notes =
        [
            Words.Period(figure.Period, figure.PeriodKind),
            Answered(figure),
            figure.IsDerived ? Words.Derived : "",
            figure.IsDoubtful ? Words.Doubtful : "",
        ];
        return string.Join(", ", notes.Where(n => n.Length > 0));
    }

    // How many were asked too: sixteen answers are many of eighteen and few of a hundred.
    private static string Answered(Figure figure) => figure is { Respondents: { } answered, Invited: { } invited }
        ? $"{Format.Number(answered)} av {Format.Number(invited)}{Format.NoBreakSpace}svar"
        : Words.Respondents(figure.Respondents, null, null);

    /// <summary>
    /// What stands beneath a whole's mean: the unit's own, so that like is set beside like. Null, for what the figure itself
    /// rests on, where the unit has none.
    /// </summary>
    public static string? LikeWithLike(Figure whole, Figure? own)
    {
        ArgumentNullException.ThrowIfNull(whole);
        if (whole.Value is null || own?.Value is null)
            return null;
        var rests = Words.FigureNote(whole, withRespondents: true);
        return rests.Length > 0 ? $"enheten har {MeanValue(own)}; {rests}" : $"enheten har {MeanValue(own)}";
    }

    /// <summary>What stands in a municipality's or the country's place.</summary>
    public static string None(Beside beside)
    {
        ArgumentNullException.ThrowIfNull(beside);
        return beside.IsLocalSurvey ? LocalSurvey : NoneBeside;
    }

    /// <summary>What can be said of two units. A certain difference does not say which is higher: the names do.</summary>
    public static string Outcome(PairOutcome outcome) => outcome switch
    {
        PairOutcome.CertainlyHigher or PairOutcome.CertainlyLower => "säker skillnad",
        PairOutcome.NoCertainDifference => "ingen säker skillnad",
        PairOutcome.TooFewRespondents => "för få svar för att säga",
        PairOutcome.DifferentYears => "olika år, jämförs inte",
        PairOutcome.NoFigure => "siffra saknas, jämförs inte",
        PairOutcome.Suppressed => "skyddad siffra, jämförs inte",
        PairOutcome.Preliminary => "preliminär siffra, jämförs inte",
        PairOutcome.InDoubt => "osäker uppgift, jämförs inte",
        PairOutcome.UnknownRespondents => "antalet svarande är okänt, jämförs inte",
        PairOutcome.MeanWithoutAnswers => "medelbetyg utan svarsfördelning, jämförs inte",
        PairOutcome.NoSpread => "alla svarade likadant, går inte att pröva",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };

    /// <summary>
    /// How many are positive, of a share of a survey's answers. Empty for other shares: of the staff's education nobody is
    /// positive or negative.
    /// </summary>
    public static string Approval(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure is { Kind: "share", SurveyId: not null, Value: { } percent } ? Words.Share(percent) : "";
    }

    /// <summary>What a mean is called.</summary>
    public const string MeanWord = "medelbetyg";

    /// <summary>A shown mean with its scale's end: <c>medelbetyg 4,30 av 5</c>.</summary>
    public static string Mean(Figure figure) => $"{MeanWord} {MeanValue(figure)}";

    /// <summary>The same without the word: <c>4,30 av 5</c>.</summary>
    public static string MeanValue(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var text = Words.Figure(figure.Value, ObservationState.Published, figure.Unit, figure.Decimals);
        var whole = figure.ScaleHigh is { } high ? $"{text} av {Format.Number(high, 0)}" : text;
        return figure.State == ObservationState.Preliminary ? $"{whole} ({Words.Preliminary})" : whole;
    }

    /// <summary>An interval in per cent: <c>71–87 % med 95 procents säkerhet</c>.</summary>
    public static string Interval(Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return $"{Format.Number(interval.Low, 0)}–{Format.Percent(interval.High)} med 95 procents säkerhet";
    }

    /// <summary>A figure in a sentence: in words with its number and what it rests on, or why there is none.</summary>
    public static string Sentence(QuestionResult question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Sentence(question.Measure.Title, question.Newest);
    }

    /// <summary>The same of what has another name than its measure.</summary>
    public static string Sentence(string title, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(figure);
        var period = Words.Period(figure.Period, figure.PeriodKind);
        var value = figure is { Kind: "mean", Value: not null } ? Mean(figure) : Words.Figure(figure);
        var says = Approval(figure) is { Length: > 0 } words ? $"{words}, {value}" : value;
        var basis = Words.FigureNote(figure, withRespondents: true);
        return $"”{Words.Capital(title.TrimEnd('.'))}”: {says}. {Words.Capital(basis.Length > 0 ? $"{basis}, {period}" : period)}.";
    }

    /// <summary>Said of a question that is not parted by sex, where others of the survey are.</summary>
    public const string NotBySex = "Svaren är inte uppdelade på kön";

    /// <summary>
    /// A question's other measure beneath the one that is shown first: <c>Medelbetyg 4,25 av 5</c>, with its year where that
    /// is another, and marks.
    /// </summary>
    public static string Other(Figure figure, Figure first)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(first);
        string[] notes =
        [
            figure.Period == first.Period ? "" : Words.Period(figure.Period, figure.PeriodKind),
            Words.FigureNote(figure, withRespondents: figure.Respondents != first.Respondents),
        ];
        return string.Join("; ", notes.Prepend(Words.Capital(Named(figure, Value(figure)))).Where(n => n.Length > 0));
    }

    /// <summary>A question's figures of one sex: <c>Flickor: 84 %, medelbetyg 4,3 (410 svar)</c>, or why there are none.</summary>
    /// <param name="figures">One a measure, the one that is shown first first; empty where there are none.</param>
    /// <param name="first">A figure of the measure that is shown first.</param>
    /// <param name="sex">One of <see cref="Sexes"/>.</param>
    /// <param name="asked">Who was asked; null where that is not known.</param>
    public static string OfSex(IReadOnlyList<Figure> figures, Figure first, string sex, string? asked)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(first);
        var who = sex == Sexes.Women ? SexWords.Women(asked) : SexWords.Men(asked);
        if (figures.Count == 0)
            return $"{who}: {Words.NotBySex}";
        // The scale's end, and how many were asked, stand by the figure of all.
        var says = string.Join(", ", figures.Select(f => f.MeasureId == first.MeasureId ? Words.Figure(f) : Named(f, Words.Figure(f))));
        var notes = figures.SelectMany(f => new[] { Words.Respondents(f.Respondents, null, null), Words.FigureNote(f, withRespondents: false) });
        var basis = string.Join("; ", notes.Where(n => n.Length > 0).Distinct());
        return basis.Length > 0 ? $"{who}: {says} ({basis})" : $"{who}: {says}";
    }

    private static string Value(Figure figure) =>
        figure is { Kind: "mean", Value: not null } ? MeanValue(figure) : Words.Figure(figure);

    private static string Named(Figure figure, string value) => figure.Kind == "mean"
        ? $"{MeanWord}{(figure.Value is null ? ":" : "")} {value}"
        : $"{figure.MeasureName}: {value}";
}
