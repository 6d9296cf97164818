namespace Portal.Tests.Sql;

/// <summary>What SQL Server would refuse, or would take to mean something else than SQLite, though it parses.</summary>
public sealed class SqlServerRulesTests
{
    private const string Binary = "Latin1_General_100_BIN2";
    private const string Swedish = "Finnish_Swedish_100_CS_AS_SC";

    /// <summary>Columns that hold words for people. Every other text is an id, a code or computed, and compares by byte.</summary>
    private static readonly HashSet<string> Words =
    [
        "name", "publisher", "credit", "licence", "cadence", "county_name", "unit_word", "asked", "description", "label",
        "area", "wording", "derivation", "message", "detail", "content", "candidates", "unit.address",
        "unit_past.address", "old_name", "new_name", "old_text", "new_text",
    ];

    /// <summary>Names that are codes or parts of a key, where others of that name are words.</summary>
    private static readonly HashSet<string> NotWords = ["unit_alias.name", "unit_alias_past.name", "observation_state.name", "schema_version.name"];

    private static readonly IReadOnlyList<SqlServerTable> Tables = SqlServerSchema.Read();

    [Fact]
    public void Every_text_column_has_the_collation_of_its_kind()
    {
        var wrong = Columns().Where(c => c.Column.IsText && c.Column.Collation != (IsWords(c.Table, c.Column) ? Swedish : Binary));

        Assert.Empty(wrong.Select(c => $"{c.Table.FullName}.{c.Column.Name} {c.Column.Collation}"));
    }

    [Fact]
    public void No_other_column_has_a_collation_and_no_text_is_without_length()
    {
        Assert.Empty(Columns().Where(c => !c.Column.IsText && c.Column.Collation is not null).Select(c => c.Column.Name));
        Assert.Empty(Columns().Where(c => c.Column.IsText && c.Column.Length is null).Select(c => c.Column.Name));
        Assert.Empty(Columns().Where(c => c.Column.Type is "varchar" or "char").Select(c => c.Column.Name));
    }

    [Fact]
    public void Keys_and_indexes_compare_by_byte_as_SQLite_does()
    {
        // A Swedish collation takes two texts for one that SQLite keeps apart: width, ligatures, characters without weight.
        var keys = Tables.SelectMany(t => Keys(t).SelectMany(k => k).Select(c => (t.FullName, Column: t.Column(c))));

        Assert.Empty(keys.Where(k => k.Column.IsText && k.Column.Collation != Binary).Select(k => $"{k.FullName}.{k.Column.Name}"));
    }

    [Fact]
    public void A_clustered_key_is_at_most_900_bytes_and_another_1700()
    {
        foreach (var table in Tables)
        {
            Assert.True(Bytes(table, table.PrimaryKey) <= 900, $"{table.FullName}: {Bytes(table, table.PrimaryKey)} bytes");
            foreach (var key in table.Uniques.Concat(table.Indexes.Select(i => i.Columns)))
                Assert.True(Bytes(table, key) <= 1700, $"{table.FullName} ({string.Join(", ", key)}): {Bytes(table, key)} bytes");
        }
    }

    [Fact]
    public void A_row_fits_a_page_with_its_long_texts_outside()
    {
        // A row may be 8,060 bytes; longer nvarchars move out of it, but the fixed part and 24 bytes for each cannot.
        foreach (var table in Tables)
            Assert.True(table.Columns.Sum(c => c.IsText ? 24 : c.Bytes) < 8060, table.FullName);
    }

    [Fact]
    public void A_key_column_is_never_null()
    {
        // SQL Server takes one null in a unique column, SQLite any number.
        var nullable = Tables.SelectMany(t => t.Uniques.Append(t.PrimaryKey).SelectMany(k => k)
            .Where(c => t.Column(c).IsNullable).Select(c => $"{t.FullName}.{c}"));

        Assert.Empty(nullable);
    }

    [Fact]
    public void A_foreign_key_has_the_type_length_and_collation_of_the_key_that_it_points_at()
    {
        foreach (var table in Tables)
        {
            foreach (var key in table.ForeignKeys)
            {
                var parent = Tables.Single(t => t.Is(key.Parent));
                Assert.True(parent.PrimaryKey.SequenceEqual(key.ParentColumns) || parent.Uniques.Any(u => u.SequenceEqual(key.ParentColumns)));
                Assert.Equal(
                    key.ParentColumns.Select(c => Type(parent.Column(c))),
                    key.Columns.Select(c => Type(table.Column(c))));
            }
        }
    }

    [Fact]
    public void A_table_is_made_after_those_that_it_points_at()
    {
        var made = new HashSet<string>();
        foreach (var table in Tables)
        {
            made.Add(table.FullName);
            Assert.All(table.ForeignKeys, k => Assert.Contains($"{k.Parent.SchemaIdentifier.Value}.{k.Parent.BaseIdentifier.Value}", made));
        }
    }

    [Fact]
    public void Constraints_and_indexes_have_names_that_are_used_once()
    {
        var names = Tables.SelectMany(t => t.ConstraintNames.Concat(t.Indexes.Select(i => i.Name))).ToList();

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(names, n => Assert.Matches("^(pk|uq|fk|ck|ix|df)_[a-z0-9_]{1,125}$", n));
    }

    [Fact]
    public void A_staging_twin_has_the_columns_of_its_table_in_the_same_types_and_collations()
    {
        var twins = Tables.Where(t => t.Schema == "stg").Select(stg => (stg, rpt: Tables.SingleOrDefault(t => t.Schema == "rpt" && t.Name == stg.Name)))
            .Where(pair => pair.rpt is not null).ToList();

        Assert.Contains(twins, t => t.stg.Name == "unit");
        foreach (var (stg, rpt) in twins)
        {
            var own = stg.Columns.Where(c => c.Name != "source_number").Select(c => $"{c.Name} {Type(c)} {c.IsNullable}");
            Assert.Equal(rpt!.Columns.Where(c => c.Name != "edition_number").Select(c => $"{c.Name} {Type(c)} {c.IsNullable}"), own);
        }
    }

    [Fact]
    public void A_staged_figure_has_the_columns_of_its_published_versions()
    {
        foreach (var (staged, published) in new[] { ("observation", "observation_version"), ("answer_distribution", "answer_version") })
        {
            var stg = Tables.Single(t => t.FullName == $"stg.{staged}").Columns.Where(c => c.Name != "source_number");
            var rpt = Tables.Single(t => t.FullName == $"rpt.{published}").Columns.Where(c => c.Name is not ("is_past" or "edition_number" or "until_edition"));

            Assert.Equal(rpt.Select(c => $"{c.Name} {Type(c)} {c.IsNullable}").Order(), stg.Select(c => $"{c.Name} {Type(c)} {c.IsNullable}").Order());
        }
    }

    [Fact]
    public void A_table_that_the_night_writes_has_a_past_with_its_columns_and_a_view_of_both()
    {
        var views = EmbeddedSql.In("views").ToDictionary(v => Path.GetFileNameWithoutExtension(v.Name), v => v.Text);
        var written = Tables.Where(t => t.Schema == "rpt" && Tables.Any(s => s.Schema == "stg" && s.Name == t.Name)).ToList();

        Assert.True(written.Count >= 20);
        foreach (var table in written)
        {
            var past = Tables.Single(t => t.FullName == $"rpt.{table.Name}_past");
            Assert.Equal(table.Columns.Select(c => $"{c.Name} {Type(c)} {c.IsNullable}").Append("until_edition int   False").Order(),
                past.Columns.Select(c => $"{c.Name} {Type(c)} {c.IsNullable}").Order());
            Assert.Equal([.. table.PrimaryKey, "until_edition"], past.PrimaryKey);
            Assert.Equal(past.Columns.Select(c => c.Name).Order(), Columns(views[$"{table.Name}_version"]).Order());
        }

        static IEnumerable<string> Columns(string view) =>
            view[(view.IndexOf("select ", StringComparison.Ordinal) + 7)..view.IndexOf("\nfrom ", StringComparison.Ordinal)]
                .Split(',').Select(c => c.Trim().Split(' ')[^1].Split('.')[^1]);
    }

    private static bool IsWords(SqlServerTable table, SqlServerColumn column) =>
        !NotWords.Contains($"{table.Name}.{column.Name}")
        && (Words.Contains(column.Name) || Words.Contains($"{table.Name}.{column.Name}"));

    private static IEnumerable<(SqlServerTable Table, SqlServerColumn Column)> Columns() =>
        Tables.SelectMany(t => t.Columns.Select(c => (t, c)));

    private static IEnumerable<IReadOnlyList<string>> Keys(SqlServerTable table) =>
        [table.PrimaryKey, .. table.Uniques, .. table.Indexes.Select(i => i.Columns), .. table.ForeignKeys.Select(k => k.Columns)];

    private static long Bytes(SqlServerTable table, IEnumerable<string> key) => key.Sum(c => table.Column(c).Bytes);

    private static string Type(SqlServerColumn column) => $"{column.Type} {column.Length} {column.Collation}";
}
