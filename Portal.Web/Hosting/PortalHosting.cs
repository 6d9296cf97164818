using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Portal.Data.Nightly;
using Portal.Data.Reporting;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Editions;
using Portal.Web.Hosting.Look;
using Portal.Web.Hosting.Nights;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;
using Portal.Web.Pages.Editions;
using Portal.Web.Pages.Search;
using Quartz;

namespace Portal.Web.Hosting;

/// <summary>Puts the program together: what it is made of, and the way of a request through it.</summary>
public static class PortalHosting
{
    /// <summary>Where the site listens unless told.</summary>
    private const string DefaultUrl = "http://localhost:5080";

    private const string Culture = "sv-SE";

    /// <summary>Adds all services.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AddHost(builder);
        AddData(builder.Services);
        AddPages(builder.Services);
        AddCaching(builder.Services);
        AddNights(builder);
    }

    /// <summary>Lays out the way of a request.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(SecurityHeaders.Ensure);
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = PortalLinks.Machinery.Error("500"),
            // FailureLog has written it, with the reader's reference.
            SuppressDiagnosticsCallback = _ => true,
            StatusCodeSelector = e => e is DatabaseException
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError,
        });
        app.Use(AcceptEncoding.Normalise);
        app.UseRouting();
        // A page from the cache comes no further than this. The cache stands outside the compression, so that what it
        // keeps is compressed once.
        app.UseOutputCache();
        app.UseStatusCodePagesWithReExecute(PortalLinks.Machinery.Error("{0}"));
        app.Use(ShowErrorsByGet);
        app.UseMiddleware<PageHeaders>();
        app.UseRequestLocalization(InSwedish);
        app.UseResponseCompression();
        app.MapStaticAssets();
        // Pages are read. One that takes something must say so by a method of its own.
        app.MapRazorPages().WithStaticAssets().WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        app.MapMachinery();
        return app;
    }

    /// <summary>Makes the database ready and serves until stopped.</summary>
    /// <exception cref="DatabaseException">The database is away, or lacks the portal's tables.</exception>
    public static async Task Serve(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.Services.GetRequiredService<FirstStart>().Run(app.Lifetime.ApplicationStopping);
        await app.RunAsync();
    }

    // One language: nothing that the reader sends is asked for it.
    private static void InSwedish(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Culture);
        options.RequestCultureProviders.Clear();
    }

    private static void AddHost(WebApplicationBuilder builder)
    {
        // A program that runs from its build output looks for every address among the files on disk, cached pages too:
        // a tenth of what such a page costs. Only who edits the files while it runs needs that.
        if (!builder.Environment.IsDevelopment())
            builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= bool.FalseString;
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        // Finds the built front end also when the program runs from its build output outside development.
        builder.WebHost.UseStaticWebAssets();
        if (new[] { "urls", "http_ports", "https_ports", "Kestrel:Endpoints" }.All(k => !builder.Configuration.GetSection(k).Exists()))
            builder.WebHost.UseUrls(DefaultUrl);

        // Follows each request in the log, a tenth of what a cached page costs, to say what nobody reads. Errors are
        // written by FailureLog; who listens for traces gets them all the same.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddExceptionHandler<FailureLog>();

        builder.Services.AddOptions<PortalOptions>()
            .BindConfiguration(PortalOptions.Section)
            .PostConfigure(o => o.UseEmbeddedDefault(builder.Environment.ContentRootPath))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<PortalOptions>, LookRules>();
        builder.Services.AddSingleton<IValidateOptions<PortalOptions>, NightHourRules>();
        builder.Services.AddSingleton<SiteLook>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FirstStart>();
        builder.Services.AddSingleton<CurrentEdition>();
        builder.Services.AddHostedService<EditionWatch>();
    }

    private static void AddData(IServiceCollection services)
    {
        services.AddSingleton(s => new ReportingDb(s.GetRequiredService<IOptions<PortalOptions>>().Value.Database));
        services.AddSingleton<Migrator>();
        services.AddSingleton(s => new Night(
            s.GetRequiredService<ReportingDb>(), s.GetRequiredService<IOptions<PortalOptions>>().Value.Night.RawFolder, s.GetRequiredService<TimeProvider>()));
        services.AddScoped<AskedEdition>();
        foreach (var question in Questions())
        {
            var make = ActivatorUtilities.CreateFactory(question, [typeof(ReportingDb)]);
            services.AddScoped(question, s => make(s, [s.GetRequiredService<AskedEdition>().Db]));
        }
    }

    private static void AddNights(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Services.AddSingleton<NightHour>();
        builder.Services.AddQuartz(quartz => quartz.UseDefaultThreadPool(1));
        builder.Services.AddHostedService<NightSchedule>();
    }

    /// <summary>Every question: a class of <c>Portal.Data.Queries</c> that asks <see cref="ReportingDb"/>.</summary>
    internal static IEnumerable<Type> Questions() => typeof(ReportingDb).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false, Namespace: { } ns }
            && ns.StartsWith("Portal.Data.Queries", StringComparison.Ordinal)
            && t.GetConstructor([typeof(ReportingDb)]) is not null);

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorPages(o => TwinRoutes.Add(o.Conventions))
            .AddMvcOptions(o =>
            {
                o.Filters.Add<CitedEditions>();
                o.Filters.Add<BindingErrors>();
            })
            .AddJsonOptions(o => o.JsonSerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddScoped<SiteSearch>();
        services.AddScoped<EditionChanges>();
        WithoutKeys(services);
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        // Swedish letters as they are: the pages are UTF-8, and entities would make them a tenth longer.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    // The site keeps no secrets with its readers: no cookie, so no key to protect one. Pages come with the framework's
    // protection all the same; its key lives in memory, and the service that writes one to disk at start is left out.
    private static void WithoutKeys(IServiceCollection services)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService)
            && s.ImplementationType?.Assembly == typeof(DataProtectionUtilityExtensions).Assembly));
    }

    private static void AddCaching(IServiceCollection services)
    {
        services.AddSingleton<BuildTag>();
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<PortalOptions>>((cache, portal) =>
        {
            cache.SizeLimit = portal.Value.Cache.Megabytes * 1024L * 1024;
            cache.MaximumBodySize = portal.Value.Cache.LargestMegabytes * 1024L * 1024;
            cache.UseCaseSensitivePaths = true;
            cache.AddPolicy(CachePolicies.Edition, new EditionPolicy(portal));
        });
        services.AddResponseCompression(o =>
        {
            // Pages hold no secrets that compressed lengths could give away.
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "application/problem+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }

    // The error page is shown whatever the method was, and is itself a page that is read.
    private static async Task ShowErrorsByGet(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        finally
        {
            if (!http.Response.HasStarted && !HttpMethods.IsHead(http.Request.Method))
                http.Request.Method = HttpMethods.Get;
        }
    }
}
