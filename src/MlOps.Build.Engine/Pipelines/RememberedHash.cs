using System.Globalization;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>A file's hash with the identity that the file had.</summary>
/// <param name="Identity">Size, time and inode.</param>
/// <param name="Sha256">The content's hash.</param>
/// <param name="Settled">
/// False when the file had changed so shortly before that another change could carry the same time: it is read again.
/// </param>
internal sealed record RememberedHash(FileIdentity Identity, string Sha256, bool Settled)
{
    /// <summary>One line of the memory, without the path.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Sha256} {Identity} {(Settled ? 1 : 0)}");

    /// <summary>Reads what <see cref="Line"/> and a path made; null when it is something else.</summary>
    public static (string Path, RememberedHash Hash)? Parse(string line)
    {
        var parts = line.Split(' ', 6);
        return parts.Length == 6
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var modified)
            && ulong.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var inode)
            ? (parts[5], new RememberedHash(new FileIdentity(bytes, modified, inode), parts[0], parts[4] == "1"))
            : null;
    }
}
