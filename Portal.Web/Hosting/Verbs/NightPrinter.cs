using System.Globalization;
using Portal.Data.Nightly;
using Spectre.Console;

namespace Portal.Web.Hosting.Verbs;

/// <summary>Tells the operator what a night does and what came of it. Plain lines where the output is no terminal.</summary>
internal sealed class NightPrinter(bool verbose)
{
    private const int ShownUnmatched = 10;
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new WideOutput(Console.Out),
    });

    public void Step(string step) => console.WriteLine($"{DateTime.Now:HH:mm:ss}  {step}");

    public void Print(NightReport report, bool dryRun)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Källa");
        table.AddColumn("Utfall");
        foreach (var head in new[] { "Lästa", "Intagna", "Avvisade", "Oförändrade", "Anmärkningar", "Sekunder" })
            table.AddColumn(new TableColumn(head).RightAligned());
        foreach (var source in report.Sources)
        {
            table.AddRow(
                Markup.Escape(source.Name), Outcome(source.Outcome), Number(source.RowsRead), Number(source.RowsAccepted), Number(source.RowsRejected),
                Number(source.RowsUnchanged), Number(source.Remarks), source.Seconds.ToString("0.0", Swedish));
        }
        console.Write(table);
        foreach (var source in report.Sources)
            Details(source);
        console.WriteLine(Ending(report, dryRun));
    }

    private void Details(SourceReport source)
    {
        if (source.Message is { } message)
            console.WriteLine($"{source.Name}: {message}");
        foreach (var note in source.Notes)
            console.WriteLine($"{source.Name}: {note}");
        foreach (var ((kind, reason), rows) in source.Reasons.OrderByDescending(r => r.Value))
            console.WriteLine($"{source.Name}: {(kind == "reject" ? "avvisade" : "anmärkning")}, {Number(rows)} st: {reason}.");
        foreach (var unit in source.Unmatched.Take(verbose ? int.MaxValue : ShownUnmatched))
            console.WriteLine($"  {unit.OutsideId} {unit.Name}: {unit.Reason.ToLower(Swedish)}.{(unit.Candidates.Length > 0 ? $" Närmast: {unit.Candidates}." : "")}");
        if (!verbose && source.Unmatched.Count > ShownUnmatched)
            console.WriteLine($"  och {Number(source.Unmatched.Count - ShownUnmatched)} till; --verbose visar alla.");
        if (!verbose)
            return;
        foreach (var row in source.Rejects)
            console.WriteLine($"  {row.File}{(row.Line is { } line ? $" rad {line.ToString(CultureInfo.InvariantCulture)}" : "")}: {row.Reason}. {row.Detail}");
    }

    private static string Ending(NightReport report, bool dryRun) => report.Outcome switch
    {
        NightOutcome.Published when dryRun => $"Provkörning: utgåva {report.EditionNumber} skulle ha publicerats.",
        NightOutcome.Published => $"Utgåva {report.EditionNumber} är publicerad.",
        NightOutcome.Unchanged => "Inget har ändrats. Ingen ny utgåva.",
        _ => "Inget publicerades. Det som var publicerat ligger kvar.",
    };

    private static string Outcome(string outcome) => outcome switch
    {
        "read" => "läst",
        "unchanged" => "oförändrad",
        _ => "misslyckades",
    };

    private static string Number(int number) => number.ToString("N0", Swedish);

    /// <summary>A terminal is as wide as it is; a file is wide enough for the table.</summary>
    private sealed class WideOutput(TextWriter writer) : IAnsiConsoleOutput
    {
        private readonly AnsiConsoleOutput terminal = new(writer);

        public TextWriter Writer => writer;

        public bool IsTerminal => terminal.IsTerminal;

        public int Width => IsTerminal ? terminal.Width : 160;

        public int Height => IsTerminal ? terminal.Height : 80;

        public void SetEncoding(System.Text.Encoding encoding) => terminal.SetEncoding(encoding);
    }
}
