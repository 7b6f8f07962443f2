[assembly: AssemblyFixture(typeof(MlOps.Build.Tests.PackedKit))]

namespace MlOps.Build.Tests;

/// <summary>The packages of the kit in a folder feed, packed once for all tests from what was just compiled.</summary>
public sealed class PackedKit : IDisposable
{
    public const string Version = "0.1.0";

    private readonly Lazy<string> _feed = new(Pack);

    internal string Feed => _feed.Value;

    public void Dispose()
    {
        if (_feed.IsValueCreated)
            Directory.Delete(_feed.Value, recursive: true);
    }

    private static string Pack()
    {
        var feed = Directory.CreateTempSubdirectory("mlops-feed-").FullName;
        foreach (var name in new[] { "MlOps.Build.Contracts", "MlOps.Build.Inference", "MlOps.Build" })
        {
            var project = Path.Combine(Kit.RepositoryRoot, "src", name);
            string[] how = ["--no-build", "-c", Kit.Configuration, "-o", feed, "-nologo", "-p:PackageReadmeFile=", "-p:BuildProjectReferences=false"];
            Dotnet.Run(feed, new Dictionary<string, string>(), ["pack", project, .. how]).ShouldSucceed();
        }

        return feed;
    }
}
