using MlOps.Build.Engine.Yaml;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Brings a written contract up to date by editing its text, so that everything a person wrote stays.</summary>
internal static class SchemaUpdate
{
    private const string Gone = "# not in the data any more";

    public static string Apply(string text, DataSchema inferred)
    {
        var newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (!TryFindColumns(text, out var columns))
            return text;
        if (columns is null)
            return Join(WithColumns(lines, inferred.Columns), newline);
        var named = columns.Children.OfType<YamlMappingNode>().Where(item => NameOf(item) is not null).ToList();
        var names = named.Select(NameOf).ToHashSet();
        var added = inferred.Columns.Where(column => !names.Contains(column.Name)).ToList();
        if (columns.Style == SequenceStyle.Flow)
            return AppendToFlow(text, columns, added);
        lines.InsertRange(LineAfter(columns, text, lines), Indented(added, columns.Start.Column - 1));
        MarkGone(lines, named, inferred);
        return Join(lines, newline);
    }

    private static bool TryFindColumns(string text, out YamlSequenceNode? columns)
    {
        columns = null;
        if (YamlLoader.Load(text, out _) is not { } stream)
            return false;
        if (stream.Documents.Count == 0)
            return true;
        if (stream.Documents[0].RootNode is not YamlMappingNode root)
            return false;
        if (!root.Children.TryGetValue(new YamlScalarNode("columns"), out var node))
            return true;
        columns = node as YamlSequenceNode;
        return columns is { Children.Count: > 0 };
    }

    private static string? NameOf(YamlMappingNode item) =>
        item.Children.TryGetValue(new YamlScalarNode("name"), out var name) ? (name as YamlScalarNode)?.Value : null;

    private static List<string> WithColumns(List<string> lines, IReadOnlyList<ColumnSchema> columns)
    {
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return [.. lines, "columns:", .. columns.SelectMany(SchemaWriter.Column), ""];
    }

    // The index after the last line of the list, comments that are indented below its last item included.
    private static int LineAfter(YamlSequenceNode columns, string text, List<string> lines)
    {
        var end = text.AsSpan(0, YamlEnd.Of(columns, text)).Count('\n') + 1;
        while (end < lines.Count && lines[end].TrimStart() is ['#', ..] && Indent(lines[end]) >= columns.Start.Column)
            end++;
        return end;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static IEnumerable<string> Indented(IEnumerable<ColumnSchema> columns, long indent) => columns
        .SelectMany(SchemaWriter.Column)
        .Select(line => new string(' ', (int)indent) + line[2..]);

    private static void MarkGone(List<string> lines, IEnumerable<YamlMappingNode> named, DataSchema inferred)
    {
        foreach (var item in named.Reverse())
        {
            var line = (int)item.Start.Line - 1;
            var marked = line > 0 && lines[line - 1].Trim() == Gone;
            var isGone = inferred.Find(NameOf(item)!) is null;
            if (isGone && !marked)
                lines.Insert(line, new string(' ', Indent(lines[line])) + Gone);
            else if (!isGone && marked)
                lines.RemoveAt(line - 1);
        }
    }

    private static string AppendToFlow(string text, YamlSequenceNode columns, List<ColumnSchema> added)
    {
        var close = YamlEnd.Of(columns, text) - 1;
        var items = added.Select(column => ", {" + string.Join(", ", SchemaWriter.Keys(column).Select(key => $"{key.Key}: {key.Value}"))
            + (column.Values.Count == 0 ? "" : $", values: {YamlText.List(column.Values)}") + "}");
        return text.Insert(close, string.Concat(items));
    }

    private static string Join(List<string> lines, string newline) => string.Join(newline, lines);
}
