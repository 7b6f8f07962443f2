using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary>
/// Data that a query gives: the source is the <c>.sql</c> file that holds it. A lock pins the query with its rows, as <c>strikes.sql#5f0c12ab34cd</c>, so
/// that another query is another source.
/// </summary>
internal static class QuerySource
{
    /// <summary>The scheme of the address by which an opener knows a query.</summary>
    public const string Scheme = "query";

    private const string Ending = ".sql";
    private const string File = "file";
    private const int Digits = 12;

    public static bool Is(string source) => !source.Contains("://", StringComparison.Ordinal) && Address(source).EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The source with the query's mark; as it is when there is no such file.</summary>
    public static string Marked(string source, string folder)
    {
        var path = Path.GetFullPath(source, folder);
        if (!System.IO.File.Exists(path))
            return source;

        // A checkout on Windows may have other line ends; the query is the same.
        var text = System.IO.File.ReadAllText(path).ReplaceLineEndings("\n");
        return $"{source}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits]}";
    }

    /// <summary>The source without the mark.</summary>
    public static string Address(string source)
    {
        var mark = source.Length - Digits - 1;
        return mark > 0 && source[mark] == '#' && source.AsSpan(mark + 1).IndexOfAnyExcept("0123456789abcdef") < 0 ? source[..mark] : source;
    }

    /// <summary>The file as an address that an opener takes.</summary>
    public static RemoteAddress Remote(string path) => new($"{Scheme}://", new Dictionary<string, string> { [File] = path });

    /// <summary>The file of such an address.</summary>
    public static string FileOf(RemoteAddress address) => address.Setting(File) ?? throw new ArgumentException("The address names no query.", nameof(address));
}
