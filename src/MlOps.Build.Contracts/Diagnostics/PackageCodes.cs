namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of packaging and registry, <c>MLOPS5xxx</c>. A code is never reused.</summary>
public static class PackageCodes
{
    /// <summary>A package file cannot be opened.</summary>
    public const string PackageUnreadable = "MLOPS5001";

    /// <summary>A package holds what no honest package does: paths that lead outside, or contents out of proportion.</summary>
    public const string PackageRefused = "MLOPS5002";

    /// <summary>A package is not a model package, or one of its parts is missing.</summary>
    public const string PartMissing = "MLOPS5003";

    /// <summary>A part is not what the manifest says: it was changed after it was packed.</summary>
    public const string PartChanged = "MLOPS5004";

    /// <summary>The trained model takes or gives what the generated predictor does not.</summary>
    public const string SignatureMismatch = "MLOPS5005";

    /// <summary>Rows to predict lack a column, or hold a value that is none of its type.</summary>
    public const string UnfitRows = "MLOPS5006";

    /// <summary>The packed model does not predict here what it predicted when it was packed.</summary>
    public const string SelfTestFailed = "MLOPS5007";

    /// <summary>Something that belongs into the package has not been built.</summary>
    public const string NotBuilt = "MLOPS5008";

    /// <summary><c>MlOpsModelVersion</c> is no version.</summary>
    public const string InvalidVersion = "MLOPS5009";

    /// <summary>The predictor cannot be generated because contract or configuration cannot be read.</summary>
    public const string PredictorNotGenerated = "MLOPS5010";

    /// <summary>A licence is no SPDX expression.</summary>
    public const string UnknownLicense = "MLOPS5011";

    /// <summary><c>MlOpsTime</c> is no time.</summary>
    public const string InvalidTime = "MLOPS5012";

    /// <summary>A part has a format that this version does not know.</summary>
    public const string NewerFormat = "MLOPS5013";

    /// <summary>The bill of materials describes something else than the package.</summary>
    public const string SbomMismatch = "MLOPS5014";

    /// <summary>Two places of a package contradict each other.</summary>
    public const string PartsDisagree = "MLOPS5015";

    /// <summary>The packed model cannot be read, or cannot be run on its golden rows.</summary>
    public const string ModelUnusable = "MLOPS5016";
}
