using System.Diagnostics;
using System.Reflection;
using Portal.Web.Hosting;

namespace Portal.Benchmarks;

static class BuildKind
{
    /// <summary>Whether the portal that is measured was built with optimisation.</summary>
    public static bool IsRelease =>
        typeof(PortalHosting).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
}
