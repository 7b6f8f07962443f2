namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of packages' versions, <c>MLOPS5060</c> to <c>5062</c>. A code is never reused.</summary>
public static class PackageVersionCodes
{
    /// <summary>The version is lower than what the model changes against the champion demands.</summary>
    public const string TooLow = "MLOPS5060";

    /// <summary>The next version cannot be told, because the champion's package cannot be read.</summary>
    public const string Unknown = "MLOPS5061";

    /// <summary><c>MlOpsPrerelease</c> is no pre-release label.</summary>
    public const string InvalidPrerelease = "MLOPS5062";
}
