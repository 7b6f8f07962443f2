using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Fetches outputs and puts them in place: what a build or a colleague needs after a clone.</summary>
internal sealed class DvcPull(DvcRepository repository, IRemoteOpener opener, DiagnosticBag diagnostics)
{
    /// <summary>The remote to use, whatever the configuration says; null follows it.</summary>
    public string? Remote { get; init; }

    /// <summary>True to overwrite content that only the project has.</summary>
    public bool Force { get; init; }

    /// <summary>Brings each output to its version.</summary>
    /// <returns>What was done; an output that failed, with errors, is not among them.</returns>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public IReadOnlyList<DvcPlaced> Run(IReadOnlyList<DvcOutput> outputs, CancellationToken cancellationToken)
    {
        using var remotes = new DvcRemotes(repository, opener, Remote, diagnostics);
        var fetch = new DvcFetch(repository, diagnostics);
        var checkout = new DvcCheckout(repository, Force, diagnostics);
        var placed = new List<DvcPlaced>();
        try
        {
            foreach (var output in outputs)
            {
                if (IsCurrent(output, cancellationToken))
                {
                    placed.Add(new DvcPlaced(output, 0, 1, 0));
                }
                else if (fetch.FetchAsync(output, remotes, cancellationToken).GetAwaiter().GetResult()
                    && checkout.Run(output, cancellationToken) is { } done)
                {
                    placed.Add(done);
                }
            }
        }
        finally
        {
            repository.Memory.Save();
        }

        checkout.TellOfLinks();
        return placed;
    }

    // A single file that is right needs neither cache nor remote.
    private bool IsCurrent(DvcOutput output, CancellationToken cancellationToken) =>
        !output.Hash.IsDirectory && repository.Memory.Md5Of(output.Path, output.Hash.IsLegacy, cancellationToken) == output.Hash.Md5;
}
