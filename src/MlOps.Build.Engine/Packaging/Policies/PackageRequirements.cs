namespace MlOps.Build.Engine.Packaging.Policies;

/// <summary>What an application requires of the model packages that it uses.</summary>
[Flags]
internal enum PackageRequirements
{
    None = 0,

    /// <summary>A signature that NuGet verifies on this machine.</summary>
    Signed = 1,

    /// <summary>A checklist of which no machine-checked item failed or stayed undecided.</summary>
    Verdict = 2,

    /// <summary>Provenance that speaks of the package.</summary>
    Provenance = 4,
}
