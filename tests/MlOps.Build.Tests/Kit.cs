using System.Reflection;

namespace MlOps.Build.Tests;

/// <summary>Where the kit under test lies.</summary>
internal static class Kit
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Source { get; } = Path.Combine(RepositoryRoot, "src", "MlOps.Build");

    public static string TaskAssembly { get; } = Path.Combine(Source, "bin", Configuration, "net10.0", "MlOps.Build.dll");

    /// <summary>The <c>mlops</c> tool.</summary>
    public static string Tool { get; } = Path.Combine(RepositoryRoot, "src", "MlOps.Build.Tool", "bin", Configuration, "net10.0", "mlops.dll");

    private static string Metadata(string key) =>
        typeof(Kit).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
