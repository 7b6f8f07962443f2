using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>
/// A <c>.dvc</c> file whose data changed: the values that changed and nothing else, so that comments, <c>desc</c>, <c>meta</c> and the
/// order of keys stay, as they do in DVC.
/// </summary>
internal static class DvcFileUpdate
{
    private static readonly string[] Owned = ["md5", "size", "nfiles", "isexec", "hash", "path"];

    /// <summary>The new text; null when the file is not in block style with one output, and so cannot be edited by lines.</summary>
    public static string? Apply(string text, DvcOutput output, string name)
    {
        var ignored = new DiagnosticBag();
        if (YamlFile.Parse("", text, ignored) is not { } root || root.Items("outs") is not [{ IsSection: true } item]
            || item.Section() is not { } section)
        {
            return null;
        }

        var lines = text.Split('\n').ToList();
        var places = section.Keys.ToDictionary(key => key, key => section.PositionOf(key), StringComparer.Ordinal);
        if (!places.All(place => IsOwnLine(lines, place.Key, place.Value)))
            return null;
        var values = DvcFileText.Values(output, name).Where(value => value.Key != "path").ToDictionary(value => value.Key, value => value.Value);
        var (last, column) = (places.Values.Max(place => place.Line), places.Values.First().Column);
        Change(lines, places, values, last, column);
        return string.Join('\n', lines);
    }

    private static void Change(
        List<string> lines, Dictionary<string, SourcePosition> places, Dictionary<string, string> values, int last, int column)
    {
        foreach (var key in Owned.Where(values.ContainsKey).Where(places.ContainsKey))
            lines[places[key].Line - 1] = Changed(lines[places[key].Line - 1], key, values[key]);
        var added = Owned.Where(values.ContainsKey).Where(key => !places.ContainsKey(key))
            .Select(key => $"{new string(' ', column - 1)}{key}: {values[key]}");
        lines.InsertRange(last, added);
        var removed = Owned.Where(key => key != "path" && !values.ContainsKey(key)).Where(places.ContainsKey).Select(key => places[key].Line - 1);
        foreach (var line in removed.OrderDescending())
        {
            // The first key carries the dash of its list's item.
            var dash = lines[line].IndexOf('-', StringComparison.Ordinal) + 1;
            if (lines[line].TrimStart().StartsWith("- ", StringComparison.Ordinal))
                lines[line + 1] = lines[line][..dash] + lines[line + 1][dash..];
            lines.RemoveAt(line);
        }
    }

    private static bool IsOwnLine(List<string> lines, string key, SourcePosition place)
    {
        var line = lines[place.Line - 1];
        var lead = line[..(place.Column - 1)];
        return lead.All(c => c is ' ' or '-') && line.AsSpan(place.Column - 1).StartsWith(key + ":", StringComparison.Ordinal);
    }

    // What stands behind the value, such as a comment, stays.
    private static string Changed(string line, string key, string value)
    {
        var start = line.IndexOf(key + ":", StringComparison.Ordinal) + key.Length + 1;
        var comment = line.IndexOf(" #", start, StringComparison.Ordinal);
        return $"{line[..start]} {value}{(comment < 0 ? "" : line[comment..])}";
    }
}
