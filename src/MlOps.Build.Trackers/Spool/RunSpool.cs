using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Trackers.Spool;

/// <summary>Runs on their way: one file each, written whole or not at all, with nothing secret in it. Several processes may share it.</summary>
internal sealed class RunSpool(string folder)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public string Folder => folder;

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

    /// <summary>Drops what was sent, unless a later state of the run came in the meantime.</summary>
    public static void Remove(string file, SpooledRun sent)
    {
        if (Read(file) is { } now && SpoolJson.Digest(now.Run) == SpoolJson.Digest(sent.Run))
            File.Delete(file);
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

    private static string FileName(SpooledRun entry)
    {
        var place = string.Concat(entry.Settings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\n{pair.Key}={pair.Value}"));
        return $"{entry.Destination}-{Hash(entry.Address + place)[..8]}-{entry.Run.Id}.json";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
