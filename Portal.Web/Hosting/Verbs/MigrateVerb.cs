using System.CommandLine;
using Portal.Data.Reporting;

namespace Portal.Web.Hosting.Verbs;

/// <summary>Brings the database to this program's tables.</summary>
internal static class MigrateVerb
{
    public static Command Command(IServiceProvider services)
    {
        var command = new Command("migrate", "Skapar eller uppdaterar databasens tabeller och vyer.");
        command.SetAction(async (_, ct) =>
        {
            var db = services.GetRequiredService<ReportingDb>();
            var ran = await services.GetRequiredService<Migrator>().Run(ct);
            Console.WriteLine(ran.Count == 0 ? $"{db.Place}: inga nya skript." : $"{db.Place}: körde {string.Join(", ", ran)}.");
            return 0;
        });
        return command;
    }
}
