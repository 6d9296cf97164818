using System.Data.Common;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Portal.Data.Reporting;

namespace Portal.Tests.Rules;

/// <summary>Who may know whom: Web knows Data, never back, and inside each the folders keep apart.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Data = typeof(ReportingDb).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;

    [Fact]
    public void Data_knows_nothing_of_the_web() => Assert.DoesNotContain(
        Data.GetReferencedAssemblies(),
        a => a.Name!.StartsWith("Portal.Web", StringComparison.Ordinal) || a.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Theory]
    [InlineData("Portal.Web.Pages")]
    [InlineData("Portal.Web.Components")]
    [InlineData("Portal.Web.Downloads")]
    [InlineData("Portal.Web.Text")]
    [InlineData("Portal.Web.Content")]
    [InlineData("Portal.Web.Links")]
    [InlineData("AspNetCoreGeneratedDocument")]
    public void Pages_and_components_know_no_driver_no_Dapper_and_no_connection(string folder) =>
        Keeps(Web, folder, t => In(t, "Dapper") || In(t, "Microsoft.Data") || In(t, "System.Data") || In(t, "Portal.Data.Reporting")
            || In(t, "Portal.Data.Nightly"));

    [Theory]
    [InlineData("Portal.Data.Queries", new[] { "Portal.Data.Nightly" })]
    [InlineData("Portal.Data.Nightly", new[] { "Portal.Data.Queries" })]
    [InlineData("Portal.Data.Reporting", new[] { "Portal.Data.Queries", "Portal.Data.Nightly", "Portal.Data.Statistics", "Portal.Data.Disclosure" })]
    [InlineData("Portal.Data.Model", new[] { "Portal.Data.Queries", "Portal.Data.Nightly", "Portal.Data.Reporting", "Dapper", "System.Data", "System.IO" })]
    [InlineData("Portal.Data.Statistics", new[] { "Portal.Data.Queries", "Portal.Data.Nightly", "Portal.Data.Reporting", "Dapper", "System.Data", "System.IO" })]
    [InlineData("Portal.Data.Disclosure", new[] { "Portal.Data.Queries", "Portal.Data.Nightly", "Portal.Data.Reporting", "Dapper", "System.Data", "System.IO" })]
    public void A_folder_of_Data_does_not_know(string folder, string[] others) => Keeps(Data, folder, t => others.Any(o => In(t, o)));

    [Fact]
    public void Only_Reporting_opens_connections()
    {
        var opening = Uses.TypesOf(Data).Concat(Uses.TypesOf(Web))
            .Where(t => Uses.Of(t).Any(Opens))
            .Select(t => t.FullName!)
            .ToList();

        Assert.Equal([typeof(ReportingDb).FullName!], opening);
    }

    [Fact]
    public void Components_take_parameters_only()
    {
        var components = Uses.TypesOf(Web).Where(t => In(t, "Portal.Web.Components")).ToList();
        Assert.Contains(components, t => typeof(IComponent).IsAssignableFrom(t));

        Keeps(Web, "Portal.Web.Components", t => t == typeof(InjectAttribute) || t == typeof(CascadingParameterAttribute)
            || t == typeof(IServiceProvider) || t == typeof(TimeProvider) || t == typeof(HttpContext) || In(t, "Microsoft.AspNetCore.Http")
            || In(t, "Portal.Web.Hosting") || In(t, "Portal.Web.Pages"));
    }

    [Theory]
    [InlineData("Portal.Web.Pages")]
    [InlineData("Portal.Web.Components")]
    [InlineData("Portal.Web.Downloads")]
    [InlineData("Portal.Web.Text")]
    [InlineData("Portal.Web.Content")]
    [InlineData("AspNetCoreGeneratedDocument")]
    [InlineData("Portal.Data.Queries")]
    public void A_page_varies_by_no_clock_and_no_chance(string folder)
    {
        string[] forbidden = ["get_Now", "get_UtcNow", "get_Today", "GetUtcNow", "GetLocalNow", "NewGuid", "CreateVersion7"];

        var guilty = Uses.TypesOf(In(typeof(ReportingDb), folder) || folder.StartsWith("Portal.Data", StringComparison.Ordinal) ? Data : Web)
            .Where(t => In(t, folder))
            .Where(t => Uses.Of(t).Any(m => m.DeclaringType == typeof(Random) || m.DeclaringType == typeof(TimeProvider)
                || ((m.DeclaringType == typeof(DateTime) || m.DeclaringType == typeof(DateTimeOffset) || m.DeclaringType == typeof(Guid)) && forbidden.Contains(m.Name))))
            .Select(t => t.FullName);

        Assert.Empty(guilty);
    }

    [Fact]
    public void The_reader_of_code_sees_what_code_does()
    {
        Assert.Contains(typeof(Guid).GetMethod(nameof(Guid.NewGuid))!, Uses.Of(typeof(Guilty)));
        Assert.Contains(Uses.Of(typeof(Guilty)), m => Uses.TypeOf(m) == typeof(SqliteConnection));
        Assert.Contains(Uses.Of(typeof(Guilty)), m => m is ConstructorInfo && Opens(m));
        Assert.DoesNotContain(Uses.Of(typeof(Guilty)), m => Uses.TypeOf(m) == typeof(Random));
    }

    private static bool Opens(MemberInfo member) =>
        (member is ConstructorInfo && typeof(DbConnection).IsAssignableFrom(member.DeclaringType))
        || (member.Name is "Open" or "OpenAsync" && typeof(DbConnection).IsAssignableFrom(member.DeclaringType));

    private static void Keeps(Assembly assembly, string folder, Func<Type, bool> forbidden)
    {
        var types = Uses.TypesOf(assembly).Where(t => In(t, folder)).ToList();
        Assert.NotEmpty(types);
        Assert.Empty(types.SelectMany(t => Uses.Of(t).Select(Uses.TypeOf).Where(forbidden).Distinct().Select(u => $"{t.FullName} knows {u.FullName}")));
    }

    private static bool In(Type type, string folder) =>
        type.Namespace is { } ns && (ns == folder || ns.StartsWith(folder + ".", StringComparison.Ordinal));

    /// <summary>Does what the rules forbid, in the ways that are easiest to miss.</summary>
    private sealed class Guilty
    {
        public static async Task<Func<string>> Do()
        {
            await using DbConnection connection = new SqliteConnection("");
            await Task.Yield();
            return () => Guid.NewGuid().ToString() + typeof(SqlConnection);
        }
    }
}
