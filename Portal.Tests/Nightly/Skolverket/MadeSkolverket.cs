using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Skolverket;

/// <summary>
/// Skolverket's two APIs with the recorded schools behind them, for a client to ask. A test says what has become other, or
/// what the server answers in place of it.
/// </summary>
internal sealed class MadeSkolverket : HttpMessageHandler
{
    private readonly Dictionary<string, JsonNode?> answers = new(StringComparer.Ordinal);

    public MadeSkolverket()
    {
        foreach (var line in Directory.EnumerateFiles(SourceTree.PathTo("Portal.Tests/Nightly/Skolverket/recorded"), "*.json*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "list.json").SelectMany(f => f.EndsWith(".jsonl", StringComparison.Ordinal) ? File.ReadAllLines(f) : [File.ReadAllText(f)]))
        {
            var recorded = JsonNode.Parse(line)!;
            answers[new Uri((string)recorded["url"]!).AbsolutePath] = recorded["json"];
        }
    }

    /// <summary>What was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The codes that the register says have changed.</summary>
    public HashSet<string> Changed { get; } = [];

    /// <summary>Answers in place of the usual; null where the usual holds.</summary>
    public Func<string, HttpResponseMessage?> Instead { get; set; } = _ => null;

    /// <summary>The answer to a path, to be changed; null takes it away.</summary>
    public JsonNode? this[string path]
    {
        get => answers[path];
        set => answers[path] = value;
    }

    public static string Unit(string code) => $"/skolenhetsregistret/v2/school-units/{code}";

    public static string Statistics(string code) => $"/planned-educations/v4/school-units/{code}/statistics/gr";

    public static string Survey(string code, string survey) => $"/planned-educations/v4/school-units/{code}/nestedsurveys/{survey}";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!.PathAndQuery;
        Asked.Add(asked);
        if (Instead(asked) is { } other)
            return Task.FromResult(other);
        var path = request.RequestUri.AbsolutePath;
        var answer = path switch
        {
            "/skolenhetsregistret/v2/school-units" => List(request.RequestUri.Query),
            "/planned-educations/v4/school-units" => Page(request.RequestUri.Query),
            _ => answers.GetValueOrDefault(path),
        };
        return Task.FromResult(answer is null ? new HttpResponseMessage(HttpStatusCode.NotFound) : Says(answer.ToJsonString()));
    }

    public static HttpResponseMessage Says(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    private JsonObject List(string query) => new()
    {
        ["meta"] = new JsonObject(),
        ["data"] = new JsonObject
        {
            ["type"] = "schoolunit",
            ["attributes"] = new JsonArray([.. Units()
                .Where(u => !query.Contains("meta_modified_after", StringComparison.Ordinal) || Changed.Contains((string)u["schoolUnitCode"]!))
                .Select(u => (JsonNode)new JsonObject
                {
                    ["schoolUnitCode"] = (string)u["schoolUnitCode"]!,
                    ["name"] = (string)u["attributes"]!["displayName"]!,
                    ["status"] = (string)u["attributes"]!["status"]!,
                })]),
        },
    };

    // Two schools a page, whatever is asked for.
    private JsonObject Page(string query)
    {
        var codes = Units().Where(u => u["attributes"]!["schoolTypes"]!.AsArray().Any(t => (string)t! == "GR")).Select(u => (string)u["schoolUnitCode"]!).Order(StringComparer.Ordinal).ToList();
        var page = int.Parse(query.Split("page=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);
        return new()
        {
            ["status"] = "OK",
            ["body"] = new JsonObject
            {
                ["_embedded"] = new JsonObject
                {
                    ["listedSchoolUnits"] = new JsonArray([.. codes.Skip(page * 2).Take(2).Select(c => (JsonNode)new JsonObject { ["code"] = c, ["name"] = $"Skola {c}" })]),
                },
                ["page"] = new JsonObject { ["size"] = 2, ["totalElements"] = codes.Count, ["totalPages"] = (codes.Count + 1) / 2, ["number"] = page },
            },
        };
    }

    private IEnumerable<JsonNode> Units() => answers.Where(a => a.Key.StartsWith("/skolenhetsregistret/", StringComparison.Ordinal) && a.Value is not null).Select(a => a.Value!["data"]!);
}
