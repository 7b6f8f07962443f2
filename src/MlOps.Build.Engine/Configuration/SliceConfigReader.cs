using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads <c>slices</c> and <c>fairness</c>: names of columns, or mappings with <c>column</c> and <c>buckets</c> or <c>edges</c>, or with <c>cross</c>.</summary>
internal sealed class SliceConfigReader(Dictionary<string, SourcePosition> positions)
{
    // More groups than this are not judged one by one by anybody, and each costs its bootstrap.
    private const int MostBuckets = 100;

    public IReadOnlyList<SliceConfig> Read(YamlSection evaluation, string key)
    {
        var slices = new List<SliceConfig>();
        foreach (var item in evaluation.List(key, "Begin each item with '- ', as in '- column: Speed'."))
        {
            if (Slice(item) is not { } slice)
                continue;
            if (slices.Exists(known => known.Name == slice.Name))
                evaluation.Invalid(key, $"'evaluation.{key}' has '{slice.Name}' twice; a checklist could not tell them apart. Keep one.");
            positions[$"evaluation.{key}[{slices.Count}]"] = item.Position;
            slices.Add(slice);
        }

        return slices;
    }

    private static SliceConfig? Slice(YamlValue item)
    {
        if (!item.IsSection)
            return item.Text() is { } name ? SliceConfig.Of(name) : null;
        var section = item.Section()!;
        if (!section.Has("cross"))
            return Part(section) is { } part ? new SliceConfig { Parts = [part] } : null;
        var parts = section.Items("cross").Select(Part).OfType<SlicePartConfig>().ToList();
        section.RejectUnknownKeys();
        if (parts.Count >= 2 && parts.DistinctBy(part => part.Column).Count() == parts.Count)
            return new SliceConfig { Parts = parts };
        section.Invalid("cross", "'cross' needs two or more different columns, as in 'cross: [Site, { column: Speed, buckets: 4 }]'.");
        return null;
    }

    private static SlicePartConfig? Part(YamlValue item)
    {
        if (item.IsSection)
            return Part(item.Section()!);
        return item.Text() is { } name ? new SlicePartConfig { Column = name } : null;
    }

    private static SlicePartConfig? Part(YamlSection section)
    {
        if (!section.Has("column"))
            section.Missing("column", "Name the column whose values or buckets make the groups.");
        var part = section.Text("column") is not { } column ? null : new SlicePartConfig
        {
            Column = column,
            Buckets = (int?)section.Integer("buckets", 2, MostBuckets),
            Edges = Edges(section),
        };
        section.RejectUnknownKeys();
        if (part is { Buckets: not null, Edges.Count: > 0 })
            section.Invalid("edges", "'buckets' learns edges from the training rows, 'edges' gives them. Keep one.");
        return part;
    }

    private static List<double> Edges(YamlSection section)
    {
        var edges = section.Items("edges").Select(item => item.Number()).OfType<double>().ToList();
        if (section.Has("edges") && (edges.Count is 0 or >= MostBuckets || edges.Zip(edges.Skip(1)).Any(pair => !(pair.First < pair.Second))))
            section.Invalid("edges", $"'edges' needs 1 to {MostBuckets - 1} numbers, each larger than the one before, as in 'edges: [100, 200]'.");
        return edges;
    }
}
