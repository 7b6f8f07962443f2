namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of the build itself: stages, cache, files and targets, <c>MLOPS02xx</c>. A code is never reused.</summary>
public static class BuildCodes
{
    /// <summary>A cache entry is not what its key promises; it was dropped and the stage ran again.</summary>
    public const string CacheCorrupt = "MLOPS0200";

    /// <summary>The disk, a quota or a file size limit is full.</summary>
    public const string DiskFull = "MLOPS0201";

    /// <summary>An output folder or file cannot be written.</summary>
    public const string OutputNotWritable = "MLOPS0202";

    /// <summary>The cache cannot be used; the build goes on without it.</summary>
    public const string CacheUnavailable = "MLOPS0203";

    /// <summary>An input file does not exist or cannot be read.</summary>
    public const string InputUnreadable = "MLOPS0204";

    /// <summary>A stage needs the outputs of one that has not run.</summary>
    public const string StageMissing = "MLOPS0205";

    /// <summary>A stage broke for a reason that is not the user's: an error in the kit.</summary>
    public const string StageBroken = "MLOPS0206";

    /// <summary>A property of the kit has a value that it does not know.</summary>
    public const string UnknownPropertyValue = "MLOPS0207";

    /// <summary><c>MlOpsMode=use</c> finds no champion's package.</summary>
    public const string ChampionMissing = "MLOPS0208";

    /// <summary>The champion's package does not hold what a model package holds.</summary>
    public const string ChampionUnreadable = "MLOPS0209";

    /// <summary>The project would be packed with a dependency on <c>MlOps.Build</c>.</summary>
    public const string BuildDependencyPacked = "MLOPS0210";

    /// <summary>Neither <c>training-config.yaml</c> nor <c>MlOpsLabel</c> names a label, so one was guessed.</summary>
    public const string LabelGuessed = "MLOPS0211";

    /// <summary>A trainer's project is referenced as if the model used it at run time.</summary>
    public const string TrainerPacked = "MLOPS0216";
}
