using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Kolada;

/// <summary>
/// A server that answers as Kolada's API v3 does, from made-up figures: paths of at most 25 values a part, pages, the
/// envelope, changes since a day.
/// </summary>
public sealed class MadeKolada : IAsyncDisposable
{
    private static readonly JsonSerializerOptions AsKolada = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private LoopbackServer? server;
    private int requests;

    public List<Dictionary<string, object?>> Kpis { get; } = [];

    public List<Dictionary<string, object?>> Municipalities { get; } =
    [
        new() { ["id"] = "0000", ["title"] = "Riket", ["type"] = "L" },
        new() { ["id"] = "0099", ["title"] = "Region Exempel", ["type"] = "L" },
        new() { ["id"] = "9901", ["title"] = "Exempelby", ["type"] = "K" },
        new() { ["id"] = "9902", ["title"] = "Provköping", ["type"] = "K" },
    ];

    public List<Dictionary<string, object?>> Groups { get; } =
    [
        new()
        {
            ["id"] = "G1",
            ["title"] = "Exempelnätverket (ovägt medel)",
            ["members"] = new object[] { new { member_id = "9901", member_title = "Exempelby" }, new { member_id = "9902", member_title = "Provköping" } },
        },
    ];

    public List<Dictionary<string, object?>> Units { get; } = [];

    public List<MadeValue> Values { get; } = [];

    /// <summary>Does as it likes with a request, which are numbered from 1; true when it has answered.</summary>
    public Func<int, HttpContext, Task<bool>> Instead { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>The paths and queries asked for since <see cref="Forget"/>.</summary>
    public IReadOnlyList<string> Asked => [.. server!.Asked.Skip(forgotten)];

    private int forgotten;

    public string Address => server!.Address + "/v3";

    public static async Task<MadeKolada> Start()
    {
        var kolada = new MadeKolada();
        kolada.server = await LoopbackServer.Start(kolada.Answer);
        return kolada;
    }

    /// <summary>Forgets what has been asked for.</summary>
    public void Forget() => forgotten = server!.Asked.Count;

    /// <summary>A KPI with the facts that Kolada has.</summary>
    public Dictionary<string, object?> Kpi(string id, string title)
    {
        var kpi = new Dictionary<string, object?>
        {
            ["id"] = id,
            ["title"] = title,
            ["description"] = $"Påhittat nyckeltal {id}. Källa: Provverket.",
            ["is_divided_by_gender"] = 1,
            ["municipality_type"] = "K",
            ["auspice"] = "X",
            ["operating_area"] = "Påhittad verksamhet",
            ["perspective"] = "Kvalitet och resultat",
            ["prel_publication_date"] = null,
            ["publication_date"] = null,
            ["publ_period"] = "2025",
            ["has_ou_data"] = 0,
        };
        Kpis.Add(kpi);
        return kpi;
    }

    /// <summary>A figure; a figure of the same key takes the other's place.</summary>
    public void Value(
        string kpi, string of, int year, double? value, string sex = "T", string status = "", bool deleted = false, string changed = "2026-01-01")
    {
        Values.RemoveAll(v => v.Kpi == kpi && v.Of == of && v.Year == year && v.Sex == sex);
        Values.Add(new MadeValue(kpi, of, year, sex, value, status, deleted, DateOnly.Parse(changed, CultureInfo.InvariantCulture)));
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    /// <summary>Answers with JSON and its length.</summary>
    public static async Task Say(HttpContext context, int status, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }

    private async Task Answer(HttpContext context)
    {
        if (await Instead(Interlocked.Increment(ref requests), context))
            return;
        var parts = context.Request.Path.Value!.Trim('/').Split('/');
        if (parts[0] != "v3" || parts.Length < 2)
        {
            await Say(context, 404, """{ "detail": "Not Found" }""");
            return;
        }
        if (parts.Skip(2).Any(p => p.Split(',').Length > 25))
        {
            await Say(context, 422, """{ "detail": "at most 25 values in one segment" }""");
            return;
        }
        await Page(context, parts[1] is "data" or "oudata" ? Figures(context, parts) : Metadata(context, parts));
    }

    private List<object> Metadata(HttpContext context, string[] parts)
    {
        var rows = parts[1] switch { "kpi" => Kpis, "municipality" => Municipalities, "municipality_groups" => Groups, _ => Units };
        IEnumerable<Dictionary<string, object?>> found = rows;
        if (parts.Length > 2)
            found = found.Where(r => parts[2].Split(',').Contains((string)r["id"]!));
        if (context.Request.Query["title"].ToString() is { Length: > 0 } title)
            found = found.Where(r => ((string)r["title"]!).Contains(title, StringComparison.OrdinalIgnoreCase));
        if (context.Request.Query["municipality"].ToString() is { Length: > 0 } municipality)
            found = found.Where(r => (string)r["municipality"]! == municipality);
        return [.. found];
    }

    private List<object> Figures(HttpContext context, string[] parts)
    {
        var wanted = Enumerable.Range(0, (parts.Length - 2) / 2).ToDictionary(i => parts[2 + (2 * i)], i => parts[3 + (2 * i)].Split(','));
        // As the real one: a question without two parts is answered with nothing, and status 200.
        if (wanted.Count < 2)
            return [];
        var subject = parts[1] == "data" ? "municipality" : "ou";
        var from = DateOnly.TryParse(context.Request.Query["from_date"], CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        return
        [
            .. Values
                .Where(v => (v.Of.StartsWith('V') ? "ou" : "municipality") == subject)
                .Where(v => (!wanted.TryGetValue("kpi", out var k) || k.Contains(v.Kpi))
                    && (!wanted.TryGetValue(subject, out var s) || s.Contains(v.Of))
                    && (!wanted.TryGetValue("year", out var y) || y.Contains(v.Year.ToString(CultureInfo.InvariantCulture))))
                .Where(v => from is null ? !v.Deleted : v.Changed >= from)
                .GroupBy(v => (v.Kpi, v.Of, v.Year))
                .OrderBy(g => g.Key)
                .Select(g => new Dictionary<string, object?>
                {
                    ["kpi"] = g.Key.Kpi,
                    [subject] = g.Key.Of,
                    ["period"] = g.Key.Year,
                    ["values"] = g.Select(v => new { gender = v.Sex, count = 1, status = v.Status, value = v.Value, isdeleted = v.Deleted }).ToList(),
                }),
        ];
    }

    private async Task Page(HttpContext context, List<object> rows)
    {
        int Number(string name, int otherwise) => int.TryParse(context.Request.Query[name], CultureInfo.InvariantCulture, out var n) ? n : otherwise;
        var (page, size) = (Number("page", 1), Number("per_page", 5000));
        var shown = rows.Skip((page - 1) * size).Take(size).ToList();
        var rest = string.Concat(context.Request.Query.Where(q => q.Key is not ("page" or "per_page")).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}&"));
        await Say(context, 200, JsonSerializer.Serialize(
            new
            {
                values = shown,
                count = shown.Count,
                next_url = page * size < rows.Count ? $"{server!.Address}{context.Request.Path}?{rest}page={page + 1}&per_page={size}" : null,
                previous_url = (string?)null,
            },
            AsKolada));
    }
}

/// <summary>A made-up figure and the day that it last changed.</summary>
public sealed record MadeValue(string Kpi, string Of, int Year, string Sex, double? Value, string Status, bool Deleted, DateOnly Changed);
