using Portal.Web.Hosting;
using Portal.Web.Hosting.Verbs;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPortal();
    if (await PortalVerbs.TryRun(builder, args) is { } exitCode)
        return exitCode;
    await builder.Build().UsePortal().Serve();
    return 0;
}
catch (Exception e) when (OperatorMessage.For(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
