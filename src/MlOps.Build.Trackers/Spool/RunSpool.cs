using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Trackers.Spool;

/// <summary>Runs on their way: one file each, written whole or not at all, with nothing secret in it. Several processes may share it.</summary>
internal sealed class RunSpool(string folder)
{
    private const long LargestCopy = 64 << 20;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public string Folder => folder;

    private string Copies => Path.Combine(folder, "artifacts");

    /// <summary>Keeps a run; an earlier state of the same run for the same place is replaced.</summary>
    /// <returns>Its file.</returns>
    public string Add(SpooledRun entry)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName(entry));
        WholeFile.Write(file, JsonSerializer.Serialize(entry, SpoolJson.Default.SpooledRun));
        return file;
    }

    /// <summary>The files of all that waits, oldest run first.</summary>
    public IReadOnlyList<string> Files() => !Directory.Exists(folder)
        ? []
        : [.. Directory.GetFiles(folder, "*.json").OrderBy(File.GetLastWriteTimeUtc).ThenBy(file => file, StringComparer.Ordinal)];

    /// <summary>What a file holds; null when it is gone, sent by another process.</summary>
    /// <exception cref="JsonException">It is no entry.</exception>
    public static SpooledRun? Read(string file)
    {
        try
        {
            var entry = JsonSerializer.Deserialize(File.ReadAllText(file), SpoolJson.Default.SpooledRun);
            return entry is { Format: 1 } ? entry : throw new JsonException("The file is of another version.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Copies what a run that waits has left, before the next build writes over it; files of more than 64 MiB stay where they are.</summary>
    public void CopyArtifacts(string file)
    {
        if (Read(file) is not { } entry)
            return;
        var artifacts = entry.Run.Artifacts.Select(Copied).ToList();
        if (!artifacts.SequenceEqual(entry.Run.Artifacts))
            WholeFile.Write(file, JsonSerializer.Serialize(entry with { Run = entry.Run with { Artifacts = artifacts } }, SpoolJson.Default.SpooledRun));
    }

    /// <summary>Drops what was sent, unless a later state of the run came in the meantime.</summary>
    public void Remove(string file, SpooledRun sent)
    {
        if (Read(file) is not { } now || SpoolJson.Digest(now.Run) != SpoolJson.Digest(sent.Run))
            return;
        File.Delete(file);
        foreach (var copy in sent.Run.Artifacts.Select(artifact => artifact.File).OfType<string>().Where(copy => Path.GetDirectoryName(copy) == Copies))
        {
            if (!Files().Any(other => File.ReadAllText(other).Contains(Path.GetFileName(copy), StringComparison.Ordinal)))
                File.Delete(copy);
        }
    }

    /// <summary>Puts what no server takes out of the way, for people to look at.</summary>
    /// <returns>Where it is now.</returns>
    public string SetAside(string file)
    {
        var aside = Path.Combine(folder, "rejected", Path.GetFileName(file));
        Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
        File.Move(file, aside, overwrite: true);
        return aside;
    }

    /// <summary>Waits until no other process holds the name, or one that shares its file. The file stays: dropping it would let two hold it.</summary>
    /// <param name="kind">What for; nobody takes two of a kind.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IDisposable> LockAsync(string kind, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "locks", $"{kind}-{Hash(name)[..2]}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Poll, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Named by its hash: several runs may have left the same.
    private RunArtifact Copied(RunArtifact artifact)
    {
        if (artifact.File is null || artifact.Size > LargestCopy || !File.Exists(artifact.File))
            return artifact;
        var copy = Path.Combine(Copies, artifact.Sha256);
        Directory.CreateDirectory(Copies);
        if (!File.Exists(copy))
            WholeFile.Copy(artifact.File, copy);
        return artifact with { File = copy };
    }

    private static string FileName(SpooledRun entry)
    {
        var place = string.Concat(entry.Settings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\n{pair.Key}={pair.Value}"));
        return $"{entry.Destination}-{Hash(entry.Address + place)[..8]}-{entry.Run.Id}.json";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
