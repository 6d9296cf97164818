using System.CommandLine;

namespace Portal.Web.Hosting.Verbs;

/// <summary>
/// The verbs of the one program, first on its command line. None means serve. A new verb is a class in this folder
/// and a line in <see cref="Commands"/>.
/// </summary>
public static class PortalVerbs
{
    /// <summary>The exit code for arguments that cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>The exit code of a night that found another running on the same database, and did nothing.</summary>
    public const int AnotherNight = 3;

    private static IEnumerable<Command> Commands(IServiceProvider services) =>
    [
        MigrateVerb.Command(services),
        NightlyVerb.Command(services),
    ];

    /// <summary>Runs the verb that the arguments begin with and gives its exit code; null where there is none.</summary>
    public static async Task<int?> TryRun(WebApplicationBuilder builder, string[] args)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(args);
        if (args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?")))
            return null;

        await using var app = builder.Build();
        var root = new RootCommand("Jämföraren. Utan verb startar portalen.");
        foreach (var command in Commands(app.Services))
            root.Subcommands.Add(command);

        if (!args[0].StartsWith('-') && root.Subcommands.All(c => c.Name != args[0]))
        {
            await Console.Error.WriteLineAsync(
                $"Okänt verb: {args[0]}. Verben är {string.Join(", ", root.Subcommands.Select(c => c.Name))}; utan verb startar portalen.");
            return Unusable;
        }

        var parsed = root.Parse(args);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? Unusable : exitCode;
    }
}
