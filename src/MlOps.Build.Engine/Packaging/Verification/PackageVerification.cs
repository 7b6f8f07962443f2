using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>What came out of verifying a package.</summary>
internal sealed record PackageVerification
{
    /// <summary>The package; null when it could not even be opened.</summary>
    public ModelPackage? Package { get; init; }

    /// <summary>What was verified, in order.</summary>
    public required IReadOnlyList<VerificationItem> Items { get; init; }

    /// <summary>How the golden rows came out; null when the model could not be loaded.</summary>
    public SelfTestResult? SelfTest { get; init; }
}
