using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Hashes of files, remembered by path, size, time and inode, so that a build with nothing to do reads no data.</summary>
internal sealed class FileHashes
{
    // Linux, NTFS and APFS stamp files with ticks of at most 16 ms; a file this fresh could change again within the same tick.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly string _memory;
    private readonly SortedDictionary<string, RememberedHash> _hashes = new(StringComparer.Ordinal);
    private bool _changed;

    public FileHashes(string memory)
    {
        _memory = memory;
        foreach (var line in File.Exists(memory) ? File.ReadAllLines(memory) : [])
        {
            if (RememberedHash.Parse(line) is { } entry)
                _hashes[entry.Path] = entry.Hash;
        }
    }

    /// <summary>The number of files that had to be read.</summary>
    public int Reads { get; private set; }

    /// <summary>The hash of a file's content; null when there is no such file.</summary>
    /// <exception cref="IOException">It is no file, or cannot be read.</exception>
    public string? Of(string path)
    {
        if (FileIdentity.Of(path) is not { } identity)
            return null;
        if (_hashes.TryGetValue(path, out var known) && known.Settled && known.Identity == identity)
            return known.Sha256;
        FileKind.Check(path);
        Reads++;
        var settled = DateTime.UtcNow.Ticks - identity.Modified > Tick.Ticks;
        var hash = ContentHash.OfFile(path);
        Remember(path, new RememberedHash(identity, hash, settled));
        return hash;
    }

    /// <summary>A file as evidence has it; null when there is no such file.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="name">Its name as the user knows it.</param>
    /// <param name="origins">Where files come from that git does not keep, by name.</param>
    public DataFile? Describe(string path, string name, IReadOnlyDictionary<string, string> origins) => Of(path) is { } hash
        ? new DataFile(name, hash, new FileInfo(path).Length) { Source = origins.GetValueOrDefault(name) }
        : null;

    /// <summary>Remembers the hash of a file that was just written whole by this process.</summary>
    public void Written(string path, string sha256)
    {
        if (FileIdentity.Of(path) is { } identity)
            Remember(path, new RememberedHash(identity, sha256, Settled: true));
    }

    /// <summary>Writes the memory when something was learned. A memory that cannot be written costs time, never correctness.</summary>
    public void Save()
    {
        if (!_changed)
            return;
        foreach (var gone in _hashes.Keys.Where(path => !File.Exists(path)).ToList())
            _hashes.Remove(gone);
        WholeFile.Write(_memory, string.Concat(_hashes.Select(entry => $"{entry.Value.Line} {entry.Key}\n")));
        _changed = false;
    }

    private void Remember(string path, RememberedHash hash)
    {
        _changed |= !_hashes.TryGetValue(path, out var known) || known != hash;
        _hashes[path] = hash;
    }
}
