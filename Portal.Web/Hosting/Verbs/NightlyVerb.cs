using System.CommandLine;
using Portal.Data.Nightly;
using Portal.Data.Reporting;

namespace Portal.Web.Hosting.Verbs;

/// <summary>Runs a night: reads the sources and publishes an edition where anything differs.</summary>
internal static class NightlyVerb
{
    public static Command Command(IServiceProvider services)
    {
        var sources = new Option<string>("--sources")
        {
            Description = "Filen som räknar upp källorna. Sökvägar i den utgår från filen själv.",
            HelpName = "FIL",
            Required = true,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Läs och jämför allt, men publicera och spara inget." };
        var verbose = new Option<bool>("--verbose") { Description = "Skriv ut varje rad som inte togs in, och varje enhet som saknas i registret." };
        var command = new Command("nightly", "Läser källorna och publicerar en ny utgåva om något har ändrats.") { sources, dryRun, verbose };
        command.SetAction(async (arguments, ct) =>
        {
            var db = services.GetRequiredService<ReportingDb>();
            // The embedded database has no other who makes its tables; on a server that is another login's deed.
            if (db.Engine == DatabaseEngine.Sqlite)
                await services.GetRequiredService<Migrator>().Run(ct);
            var printer = new NightPrinter(arguments.GetValue(verbose));
            try
            {
                var list = FromShell(
                    arguments.GetRequiredValue(sources), Environment.CurrentDirectory, Environment.GetEnvironmentVariable("PWD"));
                var report = await services.GetRequiredService<Night>().Run(list, arguments.GetValue(dryRun), printer.Step, ct);
                printer.Print(report, arguments.GetValue(dryRun));
                return report.Outcome == NightOutcome.Failed ? 1 : 0;
            }
            catch (SourceFaultException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return PortalVerbs.Unusable;
            }
            catch (AnotherNightException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return PortalVerbs.AnotherNight;
            }
        });
        return command;
    }

    /// <summary>
    /// Where a file named on the command line is. <c>dotnet run --project</c> moves the program to the project's folder,
    /// so a name that is not there is looked for where the shell stands, and in the folder above, which is where the
    /// command is given from. A name that is nowhere is left as it was.
    /// </summary>
    public static string FromShell(string path, string current, string? shell)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new[] { current, shell, Path.GetDirectoryName(current) }
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.Combine(folder!, path))
            .FirstOrDefault(File.Exists) ?? path;
    }
}
