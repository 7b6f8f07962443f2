using System.Buffers;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>Brings an object of a remote to a file: resumed, limited in size, verified, and there whole or not at all.</summary>
internal static class RemoteDownload
{
    private const int Buffer = 1 << 17;

    /// <summary>Fetches the object; null, with one error, when it is not what was expected or the remote fails.</summary>
    /// <param name="remote">The remote.</param>
    /// <param name="path">The object's path there.</param>
    /// <param name="target">The file, absolute.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="ready">Called with the verified file before it gets its name, for its permissions; may be null.</param>
    /// <param name="report">Takes the error.</param>
    /// <param name="cancellationToken">Ends the download; what has come is kept for the next one.</param>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; nothing half-written is left.</exception>
    public static async Task<FetchedContent?> FetchAsync(
        IRemote remote, string path, string target, ExpectedContent expected, Action<string>? ready, Action<Diagnostic> report,
            CancellationToken cancellationToken)
    {
        using var part = PartFile.Open(target);
        try
        {
            var resumed = part.Stream.Length > 0;
            var (content, fault) = await ReceiveAsync(remote, path, part, expected, cancellationToken).ConfigureAwait(false);
            if (fault is not null && resumed)
            {
                // What was left may have been of another content.
                part.Restart();
                (content, fault) = await ReceiveAsync(remote, path, part, expected, cancellationToken).ConfigureAwait(false);
            }

            if (fault is null)
            {
                ready?.Invoke(part.Path);
                part.Become(target);
                return content;
            }

            part.Discard();
            report(fault);
        }
        catch (RemoteException exception)
        {
            Forget(part, remote);
            report(exception.Diagnostic);
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            part.Discard();
            if (!IoFailure.IsFull(exception))
                throw;
            throw new FailedWriteException(Path.GetDirectoryName(target)!, exception) { What = $"'{Path.GetFileName(target)}'" };
        }

        return null;
    }

    // What came before the connection broke for good is worth keeping; an empty file is not, nor some rows of a query that runs anew.
    private static void Forget(PartFile part, IRemote remote)
    {
        if (part.Stream.Length == 0 || !remote.Resumes)
            part.Discard();
    }

    private static async Task<(FetchedContent? Content, Diagnostic? Fault)> ReceiveAsync(
        IRemote remote, string path, PartFile part, ExpectedContent expected, CancellationToken cancellationToken)
    {
        using var hasher = expected.Hasher();
        if (part.Stream.Length > (expected.Bytes ?? long.MaxValue))
            part.Restart();
        await HashAsync(part.Stream, hasher, cancellationToken).ConfigureAwait(false);
        using var content = await remote.OpenAsync(path, part.Stream.Length, cancellationToken).ConfigureAwait(false);
        if (content.Object.Bytes is { } there && expected.Bytes is { } wanted && there != wanted)
            return (null, WrongSize(remote, path, wanted, there));
        if (content.Offset != part.Stream.Length)
        {
            part.Restart();
            hasher.Finish();
        }

        await CopyAsync(content.Stream, part.Stream, hasher, expected.Bytes ?? long.MaxValue, cancellationToken).ConfigureAwait(false);
        var got = new FetchedContent(hasher.Finish(), part.Stream.Length);
        var size = expected.Bytes ?? content.Object.Bytes;
        if (size is { } bytes && got.Bytes != bytes)
            return (null, WrongSize(remote, path, bytes, got.Bytes));
        return expected.Hash is { } hash && hash != got.Hash ? (null, WrongHash(remote, path, hash, got.Hash)) : (got, null);
    }

    private static async Task HashAsync(FileStream stream, IContentHasher hasher, CancellationToken cancellationToken)
    {
        var buffer = new byte[Buffer];
        stream.Position = 0;
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            hasher.Append(buffer.AsSpan(0, count));
    }

    // One byte beyond the limit is enough to know that the size is wrong: a remote that never ends fills no disk.
    private static async Task CopyAsync(Stream from, FileStream to, IContentHasher hasher, long limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            int count;
            while (to.Length <= limit && (count = await from.ReadAsync(buffer.AsMemory(0, Buffer), cancellationToken).ConfigureAwait(false)) > 0)
            {
                hasher.Append(buffer.AsSpan(0, count));
                await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Diagnostic WrongSize(IRemote remote, string path, long expected, long actual) => Error(
        VersionCodes.WrongSize,
        $"{Shown(remote, path)} has {actual} bytes; {expected} were recorded. It was thrown away. Push it again, or restore what records "
            + $"its version.");

    private static Diagnostic WrongHash(IRemote remote, string path, string expected, string actual) => Error(
        VersionCodes.HashMismatch,
        $"{Shown(remote, path)} has the hash {actual}; {expected} was recorded. It was thrown away. Push it again, or, when the new "
            + $"content is right, record it.");

    private static string Shown(IRemote remote, string path) => path.Length == 0 ? $"'{remote.Address}'" : $"'{path}' of '{remote.Address}'";

    private static Diagnostic Error(string code, string message) => new() { Code = code, Severity = DiagnosticSeverity.Error, Message = message };
}
