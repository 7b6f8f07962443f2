namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of the runs' file, <c>MLOPS3070</c> to <c>MLOPS3084</c>. A code is never reused.</summary>
public static class TrackingCodes
{
    /// <summary>Runs could not be recorded; the training goes on.</summary>
    public const string NotRecorded = "MLOPS3070";

    /// <summary>There is no file of runs, or it cannot be read.</summary>
    public const string FileUnreadable = "MLOPS3071";

    /// <summary>A filter or an order of runs cannot be understood.</summary>
    public const string SearchInvalid = "MLOPS3072";

    /// <summary>No run, or more than one, has the id.</summary>
    public const string RunUnknown = "MLOPS3073";

    /// <summary>The place of an export is taken, or its kind is unknown.</summary>
    public const string ExportPlace = "MLOPS3074";

    /// <summary>The bytes of an artifact are not on this machine any more; the export names it without them.</summary>
    public const string ArtifactGone = "MLOPS3075";
}
