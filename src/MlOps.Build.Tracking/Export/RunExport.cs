using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Tracking.Export;

/// <summary>Writes runs for other programs. What it writes appears whole or not at all, and never in place of something.</summary>
internal static class RunExport
{
    private const string Kinds = "a folder 'mlruns' (MLflow's file store), '*.db' (MLflow's SQLite store), '*.csv' or '*.json'";

    /// <summary>True when the kind of the target is known and nothing is there yet; an error else.</summary>
    public static bool Check(string target, string shown, DiagnosticBag diagnostics)
    {
        if (Kind(target) is null)
        {
            var reason = target.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? "Parquet files are read here but not written" : "its kind is unknown";
            diagnostics.Error(TrackingCodes.ExportPlace, $"runs cannot be written to '{shown}': {reason}. Name {Kinds}.");
        }
        else if (Path.Exists(target) || (Kind(target) == ".db" && Path.Exists(ArtifactsOf(target))))
        {
            diagnostics.Error(TrackingCodes.ExportPlace, $"'{shown}' is there already, or its folder of artifacts. Remove it, or name another place.");
        }

        return !diagnostics.HasErrors;
    }

    public static void Write(string target, IReadOnlyList<TrackedRun> runs, CacheSettings cache, DiagnosticBag diagnostics)
    {
        var artifacts = new ExportedArtifacts(cache.Folder is { } folder ? new CacheLayout(folder) : null, diagnostics);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        switch (Kind(target))
        {
            case "mlruns":
                Whole(target, beside => new MlflowFolder(target, artifacts).Write(beside, runs));
                break;
            case ".db":
                Database(target, runs, artifacts);
                break;
            case ".csv":
                WholeFile.Write(target, writer => RunsCsv.Write(writer, runs));
                break;
            default:
                WholeFile.Write(target, writer => RunsJson.Write(writer, runs));
                break;
        }
    }

    private static string ArtifactsOf(string target) => Path.Combine(Path.GetDirectoryName(target)!, Path.GetFileNameWithoutExtension(target) + "-artifacts");

    // The files first: a database that is there names files that are.
    private static void Database(string target, IReadOnlyList<TrackedRun> runs, ExportedArtifacts artifacts)
    {
        var place = ArtifactsOf(target);
        var beside = target + ".unfinished";
        File.Delete(beside);
        Whole(place, now => new MlflowDatabase(place).Write(beside, runs, artifacts, now));
        File.Move(beside, target);
    }

    private static void Whole(string target, Action<string> write)
    {
        var beside = target + ".unfinished";
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        write(beside);
        Directory.Move(beside, target);
    }

    private static string? Kind(string target) => Path.GetFileName(target) == "mlruns" ? "mlruns"
        : Path.GetExtension(target).ToLowerInvariant() is ".db" or ".csv" or ".json" ? Path.GetExtension(target).ToLowerInvariant() : null;
}
