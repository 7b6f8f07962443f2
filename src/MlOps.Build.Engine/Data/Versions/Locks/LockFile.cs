using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary><c>mlops.lock</c>: what data outside git were, one sorted line each, so that a new version is a commit of its own.</summary>
internal static class LockFile
{
    public const string Name = "mlops.lock";

    private const string Head = "# Data outside git: source, size, SHA-256. Changed by 'mlops data update' alone.";
    private const int LargestFile = 16 << 20;

    /// <summary>The lines by source; empty when there is no file; null, with errors, when it cannot be read.</summary>
    public static IReadOnlyDictionary<string, LockLine>? Read(string folder, DiagnosticBag diagnostics)
    {
        var file = new FileInfo(Path.Combine(folder, Name));
        var lines = new SortedDictionary<string, LockLine>(StringComparer.Ordinal);
        if (!file.Exists)
            return lines;
        if (file.Length > LargestFile)
        {
            diagnostics.Error(VersionCodes.LockInvalid,
                $"the file has {file.Length} bytes; at most {LargestFile} are read. Write it with 'mlops data update'.", new(Name));
            return null;
        }

        var number = 0;
        foreach (var text in File.ReadAllLines(file.FullName, Encoding.UTF8))
        {
            number++;
            if (text.Length > 0 && text[0] != '#' && !Take(text, lines, new(Name, number), diagnostics))
                return null;
        }

        return lines;
    }

    /// <summary>Writes the lines when they differ from the file's.</summary>
    /// <returns>True when it was written.</returns>
    public static bool Write(string folder, IEnumerable<LockLine> lines)
    {
        var text = lines.OrderBy(line => line.Source, StringComparer.Ordinal)
            .Aggregate(new StringBuilder(Head).Append('\n'), (all, line) => all.Append(line).Append('\n'));
        return WholeFile.WriteIfDifferent(Path.Combine(folder, Name), text.ToString());
    }

    private static bool Take(string text, SortedDictionary<string, LockLine> lines, SourcePosition position, DiagnosticBag diagnostics)
    {
        if (LockLine.Parse(text) is not { } line)
        {
            diagnostics.Error(
                VersionCodes.LockInvalid, $"'{SafePath.Shown(text)}' is not 'source size sha256'. Restore the file, or write it with 'mlops data "
                    + $"update'.", position);
            return false;
        }

        if (lines.TryAdd(line.Source, line))
            return true;
        diagnostics.Error(VersionCodes.LockInvalid, $"'{SafePath.Shown(line.Source)}' is pinned twice. Write the file with 'mlops data update'.",
            position);
        return false;
    }
}
