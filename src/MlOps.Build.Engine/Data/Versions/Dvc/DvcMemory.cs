using System.Collections.Concurrent;
using System.Globalization;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>
/// The MD5 of files, remembered by size, time and inode, so that nothing is read twice. One file for all of them: below
/// <c>.dvc/tmp</c>, which DVC keeps out of the source control. Losing it costs time, never correctness.
/// </summary>
internal sealed class DvcMemory
{
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, string Md5)> _known = new(StringComparer.Ordinal);
    private readonly string _file;
    private int _changes;

    public DvcMemory(string file)
    {
        _file = file;
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
            Take(line);
    }

    /// <summary>The MD5 of a file as it is now, read only when it changed since; null when there is no file.</summary>
    public string? Md5Of(string path, bool legacy, CancellationToken cancellationToken)
    {
        if (FileStamp.Of(path) is not { } stamp)
            return null;
        if (Known(path, stamp, legacy) is { } known)
            return known;
        var md5 = DvcDigest.OfFile(path, legacy, cancellationToken);
        Remember(path, stamp, md5, legacy);
        return md5;
    }

    /// <summary>The MD5 of a file with that stamp; null when it is not remembered.</summary>
    public string? Known(string path, FileStamp stamp, bool legacy) =>
        _known.TryGetValue(Key(path, legacy), out var known) && known.Stamp == stamp ? known.Md5 : null;

    /// <summary>Remembers a hash that was computed from the file with that stamp. A fresh one could change again within the clock's tick.</summary>
    public void Remember(string path, FileStamp stamp, string md5, bool legacy)
    {
        if (stamp.IsFresh)
            return;
        _known[Key(path, legacy)] = (stamp, md5);
        Interlocked.Increment(ref _changes);
    }

    /// <summary>Remembers a file that this process has just written whole.</summary>
    public void Written(string path, FileStamp stamp, string md5, bool legacy)
    {
        _known[Key(path, legacy)] = (stamp, md5);
        Interlocked.Increment(ref _changes);
    }

    /// <summary>Writes the memory when something was learned. A name with a line break would end its line early: such a file is read again.</summary>
    public void Save()
    {
        if (Interlocked.Exchange(ref _changes, 0) == 0)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        WholeFile.Write(_file, string.Concat(_known.Where(entry => !entry.Key.Contains('\n', StringComparison.Ordinal)).Select(Line)));
    }

    private static string Line(KeyValuePair<string, (FileStamp Stamp, string Md5)> entry)
    {
        var stamp = entry.Value.Stamp;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Value.Md5} {stamp.Bytes} {stamp.Modified} {stamp.Inode} {(stamp.IsExecutable ? 1 : 0)} {entry.Key}\n");
    }

    private void Take(string line)
    {
        var parts = line.Split(' ', 6);
        if (parts.Length == 6
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var bytes)
            && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var modified)
            && ulong.TryParse(parts[3], CultureInfo.InvariantCulture, out var inode)
            && DvcHash.Parse(parts[0], legacy: false) is { IsDirectory: false })
        {
            _known[parts[5]] = (new FileStamp(bytes, modified, inode, parts[4] == "1"), parts[0]);
        }
    }

    private static string Key(string path, bool legacy) => legacy ? "dos2unix:" + path : path;
}
