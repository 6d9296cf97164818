using System.Diagnostics;
using Microsoft.Playwright;

namespace Portal.Tests.Support;

/// <summary>
/// Finds a Chromium to test with, or installs one. A machine without any skips the browser tests and says why;
/// in CI (<c>CI=true</c>) that is a failure, since a skip there would be read as a pass.
/// </summary>
static class Chromium
{
    /// <summary>Names the one Chromium to use; nothing else is then looked for.</summary>
    public const string Variable = "PORTAL_CHROMIUM";

    static readonly string[] Arguments =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
    ];

    /// <summary>Starts the first Chromium that is found and runs.</summary>
    /// <exception cref="InvalidOperationException">None runs, and this is CI.</exception>
    public static async Task<IBrowser> Launch(IPlaywright playwright)
    {
        var reasons = new List<string>();
        foreach (var path in Paths(playwright, reasons))
        {
            try
            {
                return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
            }
            catch (PlaywrightException e)
            {
                reasons.Add($"{path} does not start ({e.Message.Split('\n')[0].Trim()})");
            }
        }

        var reason = "No Chromium to test with: " + string.Join("; ", reasons);
        if (Environment.GetEnvironmentVariable("CI") is "true" or "1") throw new InvalidOperationException(reason);
        Assert.Skip(reason);
        throw new UnreachableException();
    }

    /// <summary>
    /// The Chromiums to try, best first. Made one at a time: the installations at the end begin only when what
    /// came before them has failed.
    /// </summary>
    static IEnumerable<string> Paths(IPlaywright playwright, List<string> reasons)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            if (File.Exists(given)) yield return given;
            else reasons.Add($"{Variable} names {given}, which does not exist");
            yield break;
        }

        var own = playwright.Chromium.ExecutablePath;
        if (File.Exists(own)) yield return own;
        foreach (var path in UsualPlaces().Where(File.Exists)) yield return path;
        reasons.Add("none in the usual places");

        if (!File.Exists(own))
        {
            var exitCode = Microsoft.Playwright.Program.Main(["install", "chromium"]);
            if (File.Exists(own)) yield return own;
            else reasons.Add($"Playwright's own download ended with {exitCode}");
        }

        if (!IsDebian || !Environment.IsPrivilegedProcess) reasons.Add("not root on Debian, so no package was installed");
        else if (AptGet("update") && AptGet("install", "-y", "chromium")) yield return "/usr/bin/chromium";
        else reasons.Add("apt-get did not install Debian's package");
    }

    static IEnumerable<string> UsualPlaces()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        if (OperatingSystem.IsLinux())
            return
            [
                .. from folder in (string[])["/usr/bin", "/usr/local/bin", "/snap/bin"] from name in names select $"{folder}/{name}",
                "/opt/google/chrome/chrome",
            ];
        if (OperatingSystem.IsMacOS())
            return
            [
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            ];
        return
            from folder in (Environment.SpecialFolder[])
            [
                Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86,
                Environment.SpecialFolder.LocalApplicationData,
            ]
            from program in (string[])["Chromium", "Google/Chrome", "Microsoft/Edge"]
            from file in (string[])["chrome.exe", "msedge.exe"]
            select Path.Combine(Environment.GetFolderPath(folder), program, "Application", file);
    }

    static bool IsDebian => File.Exists("/etc/os-release") && File.ReadLines("/etc/os-release").Contains("ID=debian");

    static bool AptGet(params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
