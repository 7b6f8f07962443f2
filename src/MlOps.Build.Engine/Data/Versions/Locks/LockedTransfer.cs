using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary>Fetches what <c>mlops.lock</c> pins, and finds out what its sources hold now.</summary>
internal sealed class LockedTransfer(string folder, IRemoteOpener opener, DiagnosticBag diagnostics)
{
    /// <summary>Fetches the pinned content to its place; false, with an error, when it cannot be had.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public bool Pull(PinnedData data, LockLine line, CancellationToken cancellationToken) =>
        Fetch(data, data.Path, new ExpectedContent(line.Sha256, line.Bytes, () => new Sha256Hasher()), cancellationToken) is not null;

    /// <summary>Fetches what the source holds now to its place; null, with an error, when it cannot be had.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public LockLine? Update(PinnedData data, CancellationToken cancellationToken)
    {
        if (Secret(data))
            return null;
        if (!data.IsFetched)
            return Describe(data);
        var got = Fetch(data, data.Path, new ExpectedContent(null, null, () => new Sha256Hasher()), cancellationToken);
        return got is null ? null : new LockLine(data.Source, got.Bytes, got.Hash);
    }

    /// <summary>What the source holds now, without keeping it; null, with an error, when it cannot be had.</summary>
    public LockLine? Look(PinnedData data, CancellationToken cancellationToken)
    {
        if (Secret(data))
            return null;
        if (!data.IsFetched)
            return Describe(data);
        try
        {
            return LookAsync(data, cancellationToken).GetAwaiter().GetResult();
        }
        catch (RemoteException exception)
        {
            diagnostics.Add(exception.Diagnostic);
            return null;
        }
    }

    private async Task<LockLine> LookAsync(PinnedData data, CancellationToken cancellationToken)
    {
        var (address, path) = RemoteLocation.Split(Full(data.Address));
        using var remote = opener.Open(address);
        using var content = await remote.OpenAsync(path, 0, cancellationToken).ConfigureAwait(false);
        using var hasher = new Sha256Hasher();
        var buffer = new byte[1 << 17];
        long bytes = 0;
        int count;
        while ((count = await content.Stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            hasher.Append(buffer.AsSpan(0, count));
            bytes += count;
        }

        return new LockLine(data.Source, bytes, hasher.Finish());
    }

    private FetchedContent? Fetch(PinnedData data, string target, ExpectedContent expected, CancellationToken cancellationToken)
    {
        if (Secret(data))
            return null;
        try
        {
            var (address, path) = RemoteLocation.Split(Full(data.Address));
            using var remote = opener.Open(address);
            return RemoteDownload.FetchAsync(remote, path, target, expected, null, diagnostics.Add, cancellationToken).GetAwaiter().GetResult();
        }
        catch (RemoteException exception)
        {
            diagnostics.Add(exception.Diagnostic);
            return null;
        }
    }

    private LockLine? Describe(PinnedData data)
    {
        if (File.Exists(data.Path))
            return new LockLine(data.Source, new FileInfo(data.Path).Length, ContentHash.OfFile(data.Path));
        diagnostics.Error(DataCodes.NoDataFile, "the data file does not exist. Add it, or change MlOpsData.", new(data.Source));
        return null;
    }

    private bool Secret(PinnedData data)
    {
        if (SourceSecret.In(data.Source) is not { } name)
            return false;
        diagnostics.Error(
            VersionCodes.SecretInFile,
            $"the Source '{SourceSecret.Shown(data.Source)}' has a secret in it: {name}. Take it out, and give the credentials in the environment.");
        return true;
    }

    private string Full(string source) => source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, folder);
}
