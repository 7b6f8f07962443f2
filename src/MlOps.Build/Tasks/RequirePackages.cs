using Microsoft.Build.Framework;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Policies;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Fails the build of an application whose model packages are not what it requires.</summary>
public sealed class RequirePackages : ModelTask
{
    /// <summary>What is required: <c>Signed</c>, <c>Verdict</c>, <c>Provenance</c>.</summary>
    [Required]
    public string Requirements { get; set; } = "";

    /// <summary>SHA-256 fingerprints of the certificates that may sign; empty is every one that NuGet trusts here.</summary>
    public string Signers { get; set; } = "";

    /// <summary>The <c>dotnet</c> that builds.</summary>
    public string DotnetHost { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        if (PackagePolicy.Parse(Requirements, diagnostics) is { } required && project.AssetsFile is { } assets && File.Exists(assets))
        {
            var fingerprints = Signers.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var signature = new NuGetSignature(DotnetHost.Length > 0 ? DotnetHost : "dotnet", project.Folder, fingerprints);
            var memory = Path.Combine(project.StateFolder, "required");
            var policy = new PackagePolicy(required, signature, $"{required} {string.Join(' ', fingerprints)}", memory, diagnostics);
            foreach (var model in RestoredModel.Find(assets))
                policy.Check(model, cancellationToken);
        }

        log.Findings(diagnostics);
        return !diagnostics.HasErrors;
    }
}
