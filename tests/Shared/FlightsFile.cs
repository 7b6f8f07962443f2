namespace MlOps.Build.Tests.Shared;

/// <summary>The three million flights of the npm package vega-datasets, in tests/parquet after <c>npm ci --ignore-scripts</c> there.</summary>
internal static class FlightsFile
{
    public static string Path { get; } = System.IO.Path.Combine(
        Repository(), "tests", "parquet", "node_modules", "vega-datasets", "data", "flights-3m.parquet");

    /// <summary>Skips the test where it is not installed.</summary>
    public static void SkipIfAbsent() =>
        Assert.SkipUnless(File.Exists(Path), "The flights are absent: run 'npm ci --ignore-scripts' in tests/parquet.");

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "MlOps.Build.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? "";
    }
}
