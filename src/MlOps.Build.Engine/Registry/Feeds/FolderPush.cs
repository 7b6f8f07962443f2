using System.Security.Cryptography;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>
/// One push to a folder: written beside under the folder's rules of naming, then given its name, unless the version has come in between.
/// </summary>
internal sealed class FolderPush(string folder, PackageIdentity identity)
{
    public async Task<PushOutcome> RunAsync(string file, CancellationToken cancellationToken)
    {
        FileStream copy;
        using (await FolderLock.TakeAsync(folder, cancellationToken).ConfigureAwait(false))
        {
            FolderLeftovers.Sweep(folder);
            if (Held(file) is { } outcome)
                return outcome;
            // Begun under the lock, so that nobody takes it for a leftover; it stays open, and with it locked, until it has its name.
            copy = new FileStream(FolderLeftovers.Beside(folder), FileMode.CreateNew, FileAccess.Write, FileShare.Delete, 1, FileOptions.Asynchronous);
        }

        try
        {
            await using (copy)
            {
                var hash = await CopyAsync(file, copy, cancellationToken).ConfigureAwait(false);
                using var turn = await FolderLock.TakeAsync(folder, cancellationToken).ConfigureAwait(false);
                return Held(file) ?? (Publish(copy.Name, hash) ? PushOutcome.Pushed : Held(file) ?? PushOutcome.Conflict);
            }
        }
        finally
        {
            FolderLeftovers.Drop(() => File.Delete(copy.Name));
        }
    }

    // Any spelling of the version counts, in any layout.
    private PushOutcome? Held(string file)
    {
        var packages = FolderPackages.Of(folder, identity.Id).Where(package => package.Version.Equals(identity.Version)).ToList();
        if (packages.Count == 0)
            return null;
        return packages.TrueForAll(package => SameBytes(package.Path, file)) ? PushOutcome.AlreadyThere : PushOutcome.Conflict;
    }

    private static async Task<byte[]> CopyAsync(string file, FileStream copy, CancellationToken cancellationToken)
    {
        using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        var buffer = new byte[1 << 17];
        for (int count; (count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            await copy.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        copy.Flush(flushToDisk: true);
        return hash.GetHashAndReset();
    }

    private bool Publish(string beside, byte[] hash) => FolderPackages.IsExpanded(folder)
        ? PublishFolder(beside, hash)
        : ExclusiveName.TryTake(beside, Path.Combine(folder, $"{identity.Id}.{identity.Version.Spelled}.nupkg"));

    // A rename onto a folder that has files fails, so package, hash and nuspec come at once or not at all.
    private bool PublishFolder(string beside, byte[] hash)
    {
        var (id, version) = (identity.Id.ToLowerInvariant(), identity.Version.Lower);
        var target = Path.Combine(folder, id, version);
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            return false;
        var ready = FolderLeftovers.Beside(folder);
        Directory.CreateDirectory(ready);
        try
        {
            var package = Path.Combine(ready, $"{id}.{version}.nupkg");
            ExclusiveName.TryTake(beside, package);
            File.WriteAllText(package + ".sha512", Convert.ToBase64String(hash));
            File.WriteAllBytes(Path.Combine(ready, id + ".nuspec"), identity.Nuspec);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(ready, target);
            return true;
        }
        catch (IOException) when (Directory.Exists(target))
        {
            return false;
        }
        finally
        {
            if (Directory.Exists(ready))
                FolderLeftovers.Drop(() => Directory.Delete(ready, recursive: true));
        }
    }

    private static bool SameBytes(string one, string other)
    {
        using var first = new FileStream(one, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var second = new FileStream(other, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return first.Length == second.Length && SHA256.HashData(first).AsSpan().SequenceEqual(SHA256.HashData(second));
    }
}
