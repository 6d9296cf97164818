using Microsoft.Extensions.Options;
using Portal.Data.Reporting;

namespace Portal.Web.Hosting;

/// <summary>What the operator is told when the program cannot start: a sentence, not a stack trace.</summary>
public static class OperatorMessage
{
    /// <summary>The sentence; null for what is not the operator's to mend.</summary>
    public static string? For(Exception exception) => exception switch
    {
        DatabaseException e => e.Message,
        OptionsValidationException e => $"Inställningarna går inte att använda. {string.Join(" ", e.Failures)}",
        _ => null,
    };
}
