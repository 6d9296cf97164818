using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Portal.Data.Nightly.Rows;

/// <summary>
/// Which table a record is a row of, and how its properties become columns: the property <c>SortKey</c> is the column
/// <c>sort_key</c>.
/// </summary>
public sealed class TableMap<T>
{
    private readonly Func<T, object?>[] getters;

    /// <summary>A map of a table named without its schema.</summary>
    public TableMap(string table, params string[] keys)
    {
        Table = table;
        Keys = keys;
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Columns = [.. properties.Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name))];
        getters = [.. properties.Select(Getter)];
    }

    /// <summary>The table's name without schema.</summary>
    public string Table { get; }

    /// <summary>All columns, in the table's order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The columns that identify a row.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The select that reads the published table into records.</summary>
    public string Select => SelectFrom(Table);

    /// <summary>The same from another table with its columns, named without its schema.</summary>
    public string SelectFrom(string table) =>
        $"select {string.Join(", ", Columns.Zip(typeof(T).GetProperties(), (c, p) => $"{c} as {p.Name}"))} from rpt.{table}";

    /// <summary>Writes a row's values, in the order of <see cref="Columns"/>, into an array of that length.</summary>
    public void Write(T row, object?[] into)
    {
        ArgumentNullException.ThrowIfNull(into);
        for (var i = 0; i < getters.Length; i++)
            into[i] = getters[i](row);
    }

    private static Func<T, object?> Getter(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, object?>>(
            Expression.Convert(Expression.Property(row, property), typeof(object)), row).Compile();
    }
}

/// <summary>The map of every table that the night writes.</summary>
public static class Tables
{
    /// <summary><c>source</c></summary>
    public static TableMap<SourceRow> Source { get; } = new("source", "source_id");

    /// <summary><c>municipality</c></summary>
    public static TableMap<MunicipalityRow> Municipality { get; } = new("municipality", "municipality_code");

    /// <summary><c>municipality_neighbour</c></summary>
    public static TableMap<MunicipalityNeighbourRow> MunicipalityNeighbour { get; } =
        new("municipality_neighbour", "municipality_code", "neighbour_code");

    /// <summary><c>municipality_group</c></summary>
    public static TableMap<MunicipalityGroupRow> MunicipalityGroup { get; } = new("municipality_group", "group_id");

    /// <summary><c>municipality_group_member</c></summary>
    public static TableMap<MunicipalityGroupMemberRow> MunicipalityGroupMember { get; } =
        new("municipality_group_member", "group_id", "municipality_code");

    /// <summary><c>service_area</c></summary>
    public static TableMap<ServiceAreaRow> ServiceArea { get; } = new("service_area", "service_area_id");

    /// <summary><c>provider</c></summary>
    public static TableMap<ProviderRow> Provider { get; } = new("provider", "provider_id");

    /// <summary><c>quality_factor</c></summary>
    public static TableMap<QualityFactorRow> QualityFactor { get; } = new("quality_factor", "quality_factor_id");

    /// <summary><c>survey</c></summary>
    public static TableMap<SurveyRow> Survey { get; } = new("survey", "survey_id");

    /// <summary><c>survey_round</c></summary>
    public static TableMap<SurveyRoundRow> SurveyRound { get; } = new("survey_round", "survey_id", "period");

    /// <summary><c>answer_scale</c></summary>
    public static TableMap<AnswerScaleRow> AnswerScale { get; } = new("answer_scale", "scale_id");

    /// <summary><c>answer_option</c></summary>
    public static TableMap<AnswerOptionRow> AnswerOption { get; } = new("answer_option", "scale_id", "answer");

    /// <summary><c>question</c></summary>
    public static TableMap<QuestionRow> Question { get; } = new("question", "question_key");

    /// <summary><c>question_round</c></summary>
    public static TableMap<QuestionRoundRow> QuestionRound { get; } = new("question_round", "question_key", "period");

    /// <summary><c>measure</c></summary>
    public static TableMap<MeasureRow> Measure { get; } = new("measure", "measure_key");

    /// <summary><c>unit</c></summary>
    public static TableMap<UnitRow> Unit { get; } = new("unit", "unit_id");

    /// <summary><c>unit_alias</c></summary>
    public static TableMap<UnitAliasRow> UnitAlias { get; } = new("unit_alias", "unit_id", "name", "source_id");

    /// <summary><c>unit_outside_id</c></summary>
    public static TableMap<UnitOutsideIdRow> UnitOutsideId { get; } = new("unit_outside_id", "source_id", "outside_id");

    /// <summary><c>unit_event</c></summary>
    public static TableMap<UnitEventRow> UnitEvent { get; } = new("unit_event", "unit_id", "event_id");

    /// <summary><c>subject</c></summary>
    public static TableMap<SubjectRow> Subject { get; } = new("subject", "subject_key");

    /// <summary><c>observation</c>, as it is staged.</summary>
    public static TableMap<ObservationRow> Observation { get; } =
        new("observation", "subject_key", "measure_key", "period", "sex");

    /// <summary><c>answer_distribution</c>, as it is staged.</summary>
    public static TableMap<AnswerRow> Answer { get; } =
        new("answer_distribution", "subject_key", "question_key", "period", "sex", "answer");
}
