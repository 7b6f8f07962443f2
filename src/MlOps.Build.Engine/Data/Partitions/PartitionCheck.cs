using System.Collections.Immutable;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>Holds the folders of files against each other and against the contract.</summary>
internal sealed class PartitionCheck(
    IReadOnlyList<DataSource> files, IReadOnlyList<ImmutableArray<(string Key, string? Value)>> paths, DataSchema? schema, DiagnosticBag diagnostics)
{
    // The first file that has any: the others are held against it.
    private readonly int _first = paths.TakeWhile(path => path.Length == 0).Count() % paths.Count;

    /// <summary>False, with errors, when they do not agree.</summary>
    public bool IsSound()
    {
        for (var file = 0; file < files.Count; file++)
        {
            if (Fault(paths[file]) is not { } fault)
                continue;
            diagnostics.Error(DataCodes.PartitionFolders, fault, new SourcePosition(files[file].Name));
            return false;
        }

        var unknown = schema is null ? [] : paths[_first].Where(pair => schema.Find(pair.Key) is null).ToList();
        foreach (var (key, _) in unknown)
        {
            diagnostics.Error(
                DataCodes.ColumnNotInContract,
                $"the folders' key {Shown.Text(key)} is not in the contract. Add it to schema.yaml, or say that folders mean nothing: Partitioned=\"false\".",
                new SourcePosition(files[0].Name));
        }

        return unknown.Count == 0;
    }

    private string? Fault(ImmutableArray<(string Key, string? Value)> path)
    {
        var keys = path.Select(pair => pair.Key).ToList();
        if (paths[_first].Length == 0)
            return "no folder above the file is called 'key=value', and the data are said to be partitioned. Move the file, or remove Partitioned=\"true\".";
        if (keys.Find(key => keys.Count(other => other == key) > 1) is { } twice)
            return $"the folders give the key {Shown.Text(twice)} twice. Rename one of them.";
        if (path.FirstOrDefault(pair => (pair.Value ?? "").Contains('\0', StringComparison.Ordinal)) is { Key: { } holder })
            return $"the folders' value of {Shown.Text(holder)} has a NUL. Rename the folder.";
        if (keys.ToHashSet(StringComparer.Ordinal).SetEquals(paths[_first].Select(pair => pair.Key)))
            return null;
        return $"the folders give {Names(path)}, those of {files[_first].Name} {Names(paths[_first])}; all files of a table need the same. "
            + "Move the file, or say that folders mean nothing: Partitioned=\"false\".";
    }

    private static string Names(ImmutableArray<(string Key, string? Value)> path)
    {
        var names = string.Join(", ", path.Select(pair => Shown.Text(pair.Key)));
        return path.Length == 0 ? "no key" : path.Length == 1 ? $"the key {names}" : $"the keys {names}";
    }
}
