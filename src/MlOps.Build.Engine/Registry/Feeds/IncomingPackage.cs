using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>A package that comes from a feed: written beside its place, held against what was asked for, and only then given its name.</summary>
internal sealed class IncomingPackage(string feed, string id, FeedVersion version)
{
    /// <summary>The most that a package may have, 4 GiB.</summary>
    public long Most { get; init; } = 4L << 30;

    /// <summary>How long it is said to be; null when nothing says it.</summary>
    public long? Bytes { get; init; }

    /// <summary>Its hash in base 64, as the feed says; null when it says none.</summary>
    public string? Sha512 { get; init; }

    /// <summary>Writes the stream to a file.</summary>
    public async Task SaveAsync(Stream stream, string file, CancellationToken cancellationToken)
    {
        if (Bytes > Most)
            throw Unfit($"has {Bytes} bytes, more than the {Most} that are taken");
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            var hash = await WriteAsync(stream, beside, cancellationToken).ConfigureAwait(false);
            if (Sha512 is not null && Sha512 != Convert.ToBase64String(hash))
                throw Unfit("does not have the SHA-512 that the feed says");
            if (!(Writing(beside, () => PackageIdentity.Read(beside)) is { } identity && identity.Is(id, version)))
                throw Unfit("is another package, or none");
            Writing(beside, () => File.Move(beside, file, overwrite: true));
        }
        finally
        {
            FolderLeftovers.Drop(() => File.Delete(beside));
        }
    }

    private async Task<byte[]> WriteAsync(Stream stream, string beside, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        using var target = Writing(beside, () => new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0));
        var buffer = new byte[1 << 17];
        long total = 0;
        for (int count; (count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if ((total += count) > Most)
                throw Unfit($"has more than the {Most} bytes that are taken");
            hash.AppendData(buffer, 0, count);
            Writing(beside, () => target.Write(buffer, 0, count));
        }

        return Bytes is null || Bytes == total ? hash.GetHashAndReset() : throw Unfit($"has {total} bytes, {Bytes} were announced");
    }

    private static void Writing(string file, Action write) => Writing(file, () =>
    {
        write();
        return true;
    });

    // The feed is not to blame for a disk that is full here.
    private static T Writing<T>(string file, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            var said = IoFailure.Describe(exception, "a package", Path.GetDirectoryName(Path.GetFullPath(file))!);
            throw new FeedException(said.Code, said.Message, exception);
        }
    }

    private FeedException Unfit(string what) => new(
        FeedCodes.Unfit, $"what the feed '{feed}' sent for {id} {version} {what}. Ask again; if it stays, publish it again under a new version.");
}
