using System.Collections.Concurrent;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Brings objects from a remote to the cache: several at a time, each verified.</summary>
internal sealed class DvcFetch(DvcRepository repository, DiagnosticBag diagnostics)
{
    /// <summary>Transfers at a time: they wait for the network, not for the processor.</summary>
    public const int Transfers = 16;

    private const int MostErrors = 10;

    private readonly ConcurrentQueue<Diagnostic> _faults = new();
    private int _fetched;

    /// <summary>Objects that came.</summary>
    public int Fetched => _fetched;

    /// <summary>Fetches what an output lacks in the cache.</summary>
    /// <returns>True when the cache has all of it.</returns>
    /// <exception cref="IOException">The cache cannot be written.</exception>
    public async Task<bool> FetchAsync(DvcOutput output, DvcRemotes remotes, CancellationToken cancellationToken)
    {
        if (output.Hash.IsDirectory && !repository.Cache.Has(output.Hash)
            && !await FetchAsync(output, remotes, [output.Hash], cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (DvcTree.Read(repository, output, diagnostics) is not { } tree)
            return false;
        List<DvcHash> missing = [.. tree.Select(file => file.Hash).Distinct().Where(hash => !repository.Cache.Has(hash))];
        return missing.Count == 0 || await FetchAsync(output, remotes, missing, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> FetchAsync(DvcOutput output, DvcRemotes remotes, IReadOnlyList<DvcHash> hashes, CancellationToken cancellationToken)
    {
        if (remotes.Of(output) is not { } remote)
            return false;
        // One refusal, or a remote that is down, is enough: thousands of objects would each ask again.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Transfers, CancellationToken = stop.Token };
        try
        {
            await Parallel.ForEachAsync(hashes, options, (hash, token) => FetchAsync(output, remote, hash, stop, token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Its reason is among the faults.
        }

        return Report(output);
    }

    private async ValueTask FetchAsync(DvcOutput output, IRemote remote, DvcHash hash, CancellationTokenSource stop,
        CancellationToken cancellationToken)
    {
        var bytes = output.Hash.IsDirectory ? null : output.Bytes;
        var expected = new ExpectedContent(hash.Md5, hash.IsLegacy ? null : bytes, () => new DvcHasher(hash.IsLegacy && !hash.IsDirectory));
        var got = await RemoteDownload.FetchAsync(
            remote, hash.ObjectPath, repository.Cache.PathOf(hash), expected, DvcCache.Protect, fault => Take(fault, stop), cancellationToken)
                .ConfigureAwait(false);
        if (got is not null)
            Interlocked.Increment(ref _fetched);
    }

    private void Take(Diagnostic fault, CancellationTokenSource stop)
    {
        _faults.Enqueue(fault);
        if (fault.Code is VersionCodes.RemoteForbidden or VersionCodes.RemoteUnavailable or VersionCodes.RemoteUnsupported)
            stop.Cancel();
    }

    private bool Report(DvcOutput output)
    {
        var faults = _faults.OrderBy(fault => fault.Message, StringComparer.Ordinal).ToList();
        diagnostics.AddRange(faults.Take(MostErrors).Select(fault => fault with { Position = output.Position }));
        if (faults.Count > MostErrors)
            diagnostics.Error(faults[0].Code, $"{faults.Count - MostErrors} more objects could not be fetched.", output.Position);
        _faults.Clear();
        return faults.Count == 0;
    }
}
