using Microsoft.Build.Framework;
using MlOps.Build.Engine.Packaging.Attestations;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Writes the provenance of a packed file beside it.</summary>
public sealed class AttestPackage : ModelTask
{
    /// <summary>The packed files; those that are no .nupkg are left out.</summary>
    public string[] Packages { get; set; } = [];

    /// <summary>What became <c>mlops/provenance.json</c> in the package.</summary>
    [Required]
    public string Provenance { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        foreach (var package in Packages.Where(path => path.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) && File.Exists(path)))
            DetachedStatement.Write(package, Provenance);
        return true;
    }
}
