using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions;
using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Databases;

/// <summary>
/// A file with one query, whose first comment says where it runs: <c>-- source: sqlite:strikes.db</c>, by a path from the file's own, <c>-- source: postgres</c>,
/// or <c>-- source: postgres:VARIABLE</c> with the name of the environment variable that holds the connection.
/// </summary>
internal sealed partial record QueryFile
{
    private const int LargestFile = 1 << 20;

    public required string Path { get; init; }

    /// <summary>All of the file; databases skip its comments, and places in it are places in the file.</summary>
    public required string Text { get; init; }

    public required QueryKind Kind { get; init; }

    /// <summary>The database's path, or the name of a variable; may be empty.</summary>
    public required string Target { get; init; }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <exception cref="RemoteException">There is no such file, or it does not say where it runs.</exception>
    public static QueryFile Read(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        if (!File.Exists(path))
            throw new RemoteException(RemoteFailure.NotFound, $"the query '{name}' does not exist. Add it, or change 'Source'.");
        if (new FileInfo(path).Length > LargestFile)
            throw Fault(name, $"the file has more than {LargestFile} bytes, which no query has. Name another file.");
        var text = File.ReadAllText(path);
        var lines = text.Split('\n').TakeWhile(line => line.Trim() is "" or ['-', '-', ..]).ToList();
        var at = lines.FindIndex(line => SourceLine().IsMatch(line));
        if (at < 0)
            throw Fault(name, "no comment at its beginning says where it runs. Write '-- source: sqlite:data.db' or '-- source: postgres' into the first line.");
        return Of(path, text, SourceLine().Match(lines[at]).Groups[1].Value, new SourcePosition(name, at + 1));
    }

    /// <summary>A column or value that cannot be kept.</summary>
    public RemoteException Value(string message) => new(RemoteFailure.Value, message) { Position = new(Name) };

    public RemoteException Fault(string message, int line = 0, int column = 0) => Fault(new SourcePosition(Name, line, column), message);

    private static QueryFile Of(string path, string text, string source, SourcePosition place)
    {
        if (source.Contains("://", StringComparison.Ordinal) || source.Contains("password", StringComparison.OrdinalIgnoreCase))
            throw Fault(place, "the source is an address, which may hold a password. Write 'postgres:NAME', and put the address into the environment variable NAME.");
        var (kind, target) = source.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (source[..colon].Trim(), source[(colon + 1)..].Trim()) : (source, "");
        return (kind, target) switch
        {
            ("sqlite", { Length: > 0 }) => new QueryFile { Path = path, Text = text, Kind = QueryKind.Sqlite, Target = target },
            ("postgres", _) when target.Length == 0 || VariableName().IsMatch(target) =>
                new QueryFile { Path = path, Text = text, Kind = QueryKind.Postgres, Target = target },
            _ => throw Fault(place, $"the source '{SafePath.Shown(source)}' is not known; expected 'sqlite:path', 'postgres' or 'postgres:VARIABLE'. Mend the comment."),
        };
    }

    private static RemoteException Fault(string name, string message) => Fault(new SourcePosition(name), message);

    private static RemoteException Fault(SourcePosition place, string message) => new(RemoteFailure.Query, message) { Position = place };

    [GeneratedRegex(@"^\s*--\s*source:\s*(\S.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SourceLine();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
