namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of provenance, secrets and what consumers require of packages, <c>MLOPS5063</c> to <c>5089</c>. A code is never reused.</summary>
public static class PackagePolicyCodes
{
    /// <summary>A provenance statement speaks of something else than the package.</summary>
    public const string ProvenanceMismatch = "MLOPS5063";

    /// <summary>Something that is to be written, or that a package holds, is a secret.</summary>
    public const string SecretFound = "MLOPS5065";

    /// <summary>A package is not signed, or its signature is not valid here.</summary>
    public const string NotSigned = "MLOPS5070";

    /// <summary>A package's checklist did not pass.</summary>
    public const string NoVerdict = "MLOPS5071";

    /// <summary>A package has no provenance that speaks of it.</summary>
    public const string NoProvenance = "MLOPS5072";

    /// <summary><c>MlOpsRequire</c> names something that cannot be required.</summary>
    public const string UnknownRequirement = "MLOPS5073";

    /// <summary>A package that the application uses cannot be found to be checked.</summary>
    public const string PackageNotFound = "MLOPS5074";
}
