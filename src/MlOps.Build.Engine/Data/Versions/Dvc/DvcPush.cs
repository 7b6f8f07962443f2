using System.Collections.Concurrent;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Brings objects of the cache to a remote that lacks them; the list of a directory last, so that a remote that has it has its
/// files.</summary>
internal sealed class DvcPush(DvcRepository repository, DiagnosticBag diagnostics)
{
    // Beyond this, one listing costs less than asking for each.
    private const int FewObjects = 200;

    private readonly ConcurrentQueue<Diagnostic> _faults = new();
    private int _pushed;

    /// <summary>Objects that were sent.</summary>
    public int Pushed => _pushed;

    /// <summary>Sends what the remote lacks of an output.</summary>
    /// <returns>True when the remote has all of it.</returns>
    public async Task<bool> PushAsync(DvcOutput output, DvcRemotes remotes, CancellationToken cancellationToken)
    {
        if (!output.CanPush)
            return true;
        if (DvcTree.Read(repository, output, diagnostics) is not { } tree || remotes.Of(output) is not { } remote)
            return false;
        try
        {
            List<DvcHash> files = [.. tree.Select(file => file.Hash).Distinct()];
            var missing = await MissingAsync(remote, files, cancellationToken).ConfigureAwait(false);
            await SendAsync(remote, missing, cancellationToken).ConfigureAwait(false);
            if (output.Hash.IsDirectory && _faults.IsEmpty)
            {
                await SendAsync(remote, await MissingAsync(remote, [output.Hash], cancellationToken).ConfigureAwait(false), cancellationToken)
                    .ConfigureAwait(false);
            }
        }
        catch (RemoteException exception)
        {
            _faults.Enqueue(exception.Diagnostic);
        }

        return Report(output);
    }

    /// <summary>The objects of the given that a remote does not have.</summary>
    /// <exception cref="RemoteException">The remote fails.</exception>
    public static async Task<IReadOnlyList<DvcHash>> MissingAsync(IRemote remote, IReadOnlyList<DvcHash> hashes, CancellationToken cancellationToken)
    {
        if (hashes.Count > FewObjects && await ListAsync(remote, cancellationToken).ConfigureAwait(false) is { } there)
            return [.. hashes.Where(hash => !there.Contains(hash.ObjectPath))];
        var missing = new ConcurrentQueue<DvcHash>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = DvcFetch.Transfers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(hashes, options, async (hash, token) =>
        {
            if (await remote.FindAsync(hash.ObjectPath, token).ConfigureAwait(false) is null)
                missing.Enqueue(hash);
        }).ConfigureAwait(false);
        return [.. missing.OrderBy(hash => hash.Text, StringComparer.Ordinal)];
    }

    // A web server cannot list: null.
    private static async Task<HashSet<string>?> ListAsync(IRemote remote, CancellationToken cancellationToken)
    {
        try
        {
            var there = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var path in remote.ListAsync(DvcLayout.Files, cancellationToken).ConfigureAwait(false))
                there.Add(path);
            return there;
        }
        catch (RemoteException exception) when (exception.Failure == RemoteFailure.Unsupported)
        {
            return null;
        }
    }

    private async Task SendAsync(IRemote remote, IReadOnlyList<DvcHash> hashes, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = DvcFetch.Transfers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(hashes, options, async (hash, token) =>
        {
            if (!_faults.IsEmpty || !IsSound(hash, token))
                return;
            try
            {
                await remote.PutAsync(hash.ObjectPath, repository.Cache.PathOf(hash), token).ConfigureAwait(false);
                Interlocked.Increment(ref _pushed);
            }
            catch (RemoteException exception)
            {
                _faults.Enqueue(exception.Diagnostic);
            }
        }).ConfigureAwait(false);
    }

    // A damaged object would damage the remote for everybody.
    private bool IsSound(DvcHash hash, CancellationToken cancellationToken)
    {
        if (!repository.Cache.Has(hash))
        {
            return Fault(VersionCodes.ObjectMissing,
                $"the object '{hash.ObjectPath}' is not in the cache. Add its data again, or pull it from where it is.");
        }

        var md5 = DvcDigest.OfFile(repository.Cache.PathOf(hash), hash.IsLegacy && !hash.IsDirectory, cancellationToken);
        return md5 == hash.Md5
            || Fault(VersionCodes.HashMismatch,
                $"the object '{hash.ObjectPath}' in the cache has the hash {md5}. It was not pushed. Remove it and add its data again.");
    }

    private bool Fault(string code, string message)
    {
        _faults.Enqueue(new Diagnostic { Code = code, Severity = DiagnosticSeverity.Error, Message = message });
        return false;
    }

    private bool Report(DvcOutput output)
    {
        var faults = _faults.DistinctBy(fault => fault.Message).OrderBy(fault => fault.Message, StringComparer.Ordinal).ToList();
        diagnostics.AddRange(faults.Take(10).Select(fault => fault with { Position = output.Position }));
        _faults.Clear();
        return faults.Count == 0;
    }
}
