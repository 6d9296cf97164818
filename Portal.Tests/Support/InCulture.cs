using System.Globalization;

namespace Portal.Tests.Support;

/// <summary>Runs a piece of code as on a machine of another culture.</summary>
public static class InCulture
{
    /// <summary>Runs the code and puts the culture back.</summary>
    public static T Run<T>(string name, Func<T> code)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
            return code();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
