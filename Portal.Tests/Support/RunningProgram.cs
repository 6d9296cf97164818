using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Tests.Support;

/// <summary>The program as an operator starts it: a process of its own, in an empty folder, with nothing configured.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private RunningProgram(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Runs to its end. A program that serves instead is stopped, and the exit code is null.</summary>
    public static async Task<(int? ExitCode, string Output, string Errors)> Run(
        string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        await using var program = new RunningProgram(Start(folder, arguments, environment));
        var output = new StringBuilder();
        while (await program.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output.Append(line).Append('\n');
            if (Listening().IsMatch(line))
                return (null, output.ToString(), "");
        }
        await program.process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (program.process.ExitCode, output.ToString(), await program.errors);
    }

    /// <summary>Begins, and runs until it ends or is disposed, which kills it.</summary>
    public static RunningProgram Begin(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var program = new RunningProgram(Start(folder, arguments, environment));
        _ = program.process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return program;
    }

    /// <summary>Serves on a free port until disposed; gives the address.</summary>
    public static async Task<(RunningProgram Program, Uri Address)> Serve(
        string folder, params (string Name, string Value)[] environment)
    {
        var program = new RunningProgram(Start(folder, ["--urls", "http://127.0.0.1:0"], environment));
        while (await program.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = program.process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                return (program, new Uri(match.Groups[1].Value));
            }
        }
        throw new InvalidOperationException($"The program did not serve: {await program.errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private static Process Start(string folder, IEnumerable<string> arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the tests' own surroundings say is not said to the program.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("Portal__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"Now listening on: (\S+)", RegexOptions.None, 1000)]
    private static partial Regex Listening();
}
