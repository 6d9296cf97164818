using Portal.Data.Nightly;
using Portal.Data.Nightly.Profiles;

namespace Portal.Tests.Nightly.Profiles;

/// <summary>A profile that does not hold is refused in one Swedish sentence that says where.</summary>
public sealed class ProfileFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-profile-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("kommuner.json")]
    [InlineData("register.json")]
    [InlineData("enkat.json")]
    [InlineData("joined.json")]
    public void The_profiles_that_these_tests_begin_with_hold(string name) =>
        Assert.NotNull(Read(MadeFiles.All[name]).Source);

    [Theory]
    // A misspelt key is seen, not passed over.
    [InlineData("\"respondentFloor\"", "\"respondentFlor\"", "rad 10", "\"respondentFlor\" är okänd")]
    [InlineData("\"kind\": \"survey\"", "\"kind\": \"enkät\"", "kind är \"enkät\"")]
    [InlineData("\"kind\": \"survey\"", "\"kind\": \"units\"", "kind är units, men den delen saknas")]
    [InlineData("\"id\": \"enkaten\"", "\"id\": \"Enkäten 1\"", "källans id \"Enkäten 1\"")]
    [InlineData("\"id\": \"prov\"", "\"id\": \"prov.1\"", "undersökningens id \"prov.1\"")]
    [InlineData("\"respondentFloor\": 5", "\"respondentFloor\": 0", "respondentFloor är 0")]
    [InlineData("\"respondentFloor\": 5", "\"respondentFloor\": \"fem\"", "rad 10", "respondentFloor")]
    [InlineData("\"respondentFloor\": 5", "\"rateFloor\": 120", "rateFloor är 120")]
    [InlineData("\"file\": \"results\"", "\"file\": \"resultat\"", "filen \"resultat\" används men står inte under files")]
    [InlineData("\"kind\": \"share\"", "\"kind\": \"procent\"", "kind är \"procent\" för kolumnen share")]
    [InlineData("\"kind\": \"share\"", "\"kind\": \"share\", \"sex\": \"F\"", "sex är \"F\" för kolumnen share")]
    [InlineData("\"kind\": \"share\"", "\"kind\": \"share\", \"scope\": \"stad\"", "scope är \"stad\" för kolumnen share")]
    [InlineData("\"a4\": 4", "\"a4\": 5", "svar nummer 5")]
    [InlineData("\"a4\": 4", "\"a4\": 3", "svar nummer 3")]
    [InlineData("\"headline\": \"q1\"", "\"clean\": [ { \"pattern\": \"(\", \"why\": \"fel\" } ]", "mönstret \"(\"")]
    [InlineData("\"publisher\": \"Institutet\", ", "", "publisher")]
    [InlineData("\"questions\": { \"path\": \"questions.csv\" }", "\"questions\": null", "filen \"questions\" under files")]
    public void What_does_not_hold_is_told_in_one_sentence(string from, string to, params string[] words)
    {
        var text = MadeFiles.All["enkat.json"];
        Assert.Contains(from, text, StringComparison.Ordinal);
        var message = Fault(text.Replace(from, to, StringComparison.Ordinal));

        Assert.All(words, w => Assert.Contains(w, message, StringComparison.Ordinal));
        Assert.Contains("p.json", message, StringComparison.Ordinal);
        // Names of .NET and its English are nothing for an official.
        Assert.DoesNotContain("Portal.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("JSON property", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\": \"count\"", "\"kind\": \"mean\"", "kind är \"mean\" för kolumnen children")]
    [InlineData("\"kind\": \"count\"", "\"kind\": \"count\", \"better\": \"more\"", "better är \"more\"")]
    [InlineData("\"id\": \"prov-barn\"", "\"id\": \"prov.barn\"", "måttets id \"prov.barn\"")]
    public void A_fact_that_the_tables_would_not_take_is_told_at_once(string from, string to, string words)
    {
        var text = MadeFiles.All["register.json"];
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Contains(words, Fault(text.Replace(from, to, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_no_JSON_is_told_with_its_line()
    {
        var message = Fault("{\n  \"kind\": \"survey\",\n  \"source\" }\n");
        Assert.Contains("p.json", message, StringComparison.Ordinal);
        Assert.Contains("rad 3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_is_away_is_told_by_its_path()
    {
        var path = Path.Combine(folder, "borta.json");
        Assert.Contains(path, Assert.Throws<SourceFaultException>(() => ProfileFile.Profile(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_and_the_word_null_are_refused()
    {
        Assert.Contains("p.json", Fault(""), StringComparison.Ordinal);
        Assert.Contains("p.json är tom", Fault("null"), StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_are_allowed_since_a_profile_says_why() =>
        Assert.NotNull(Read(MadeFiles.All["kommuner.json"].Replace("{", "{ // därför\n", StringComparison.Ordinal)).Source);

    private ImportProfile Read(string text)
    {
        var path = Path.Combine(folder, "p.json");
        File.WriteAllText(path, text);
        return ProfileFile.Profile(path);
    }

    private string Fault(string text) => Assert.Throws<SourceFaultException>(() => Read(text)).Message;
}
