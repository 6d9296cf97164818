using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>Where a row's fields come from: a constant of the profile, or a column, with the source's words made ours.</summary>
internal sealed class FieldColumns(TableFile file, RowProfile profile)
{
    /// <summary>A field that the file may lack.</summary>
    public RowField Find(string field) => Of(field, isNeeded: false);

    /// <summary>A field that must be there.</summary>
    /// <exception cref="SourceFaultException">The file lacks the column, and the profile has no constant.</exception>
    public RowField Need(string field) => Of(field, isNeeded: true);

    private RowField Of(string field, bool isNeeded)
    {
        if (profile.Constants.TryGetValue(field, out var constant))
            return new RowField(file, -1, constant, null);
        var codes = profile.Codes.TryGetValue(field, out var words) ? words.ToDictionary(StringComparer.OrdinalIgnoreCase) : null;
        return new RowField(file, isNeeded ? file.Need(field, profile.Columns) : file.Find(field, profile.Columns), "", codes);
    }
}

/// <summary>One field of the rows of a file.</summary>
internal sealed class RowField(TableFile file, int column, string constant, Dictionary<string, string>? codes)
{
    /// <summary>The field in the current row; empty where the file has nothing.</summary>
    public string Text
    {
        get
        {
            if (column < 0)
                return constant;
            var text = file[column];
            return codes is not null && codes.TryGetValue(text, out var ours) ? ours : text;
        }
    }
}
