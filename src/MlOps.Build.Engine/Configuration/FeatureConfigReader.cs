using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads <c>features</c>: names of columns, or mappings with <c>column</c> or <c>cross</c> and <c>transforms</c>.</summary>
internal sealed class FeatureConfigReader(DiagnosticBag diagnostics)
{
    public IReadOnlyList<FeatureConfig> Read(IReadOnlyList<YamlValue> items) =>
        [.. items.Select(ReadFeature).OfType<FeatureConfig>()];

    private FeatureConfig? ReadFeature(YamlValue item)
    {
        if (!item.IsSection)
            return item.Text() is { } name ? new FeatureConfig { Columns = [name], Position = item.Position } : null;
        var section = item.Section()!;
        var columns = Columns(section);
        var transforms = section.Items("transforms").Select(ReadTransform).OfType<TransformConfig>().ToList();
        section.RejectUnknownKeys();
        return columns is null ? null : new FeatureConfig { Columns = columns, Transforms = transforms, Position = item.Position };
    }

    private static IReadOnlyList<string>? Columns(YamlSection section)
    {
        var (column, cross) = (section.Text("column"), section.Texts("cross"));
        if (column is not null && cross.Count == 0)
            return [column];
        if (column is null && cross.Count >= 2 && cross.Distinct(StringComparer.Ordinal).Count() == cross.Count)
            return cross;
        if (section.Has("cross"))
            section.Invalid("cross", "'cross' needs two or more different columns, and no 'column' beside it.");
        else
            section.Missing("column", "Write 'column: <name>', or 'cross: [<name>, <name>]'.");
        return null;
    }

    private TransformConfig? ReadTransform(YamlValue item)
    {
        var section = item.IsSection ? item.Section() : null;
        if (section is not null && section.Keys.Count() != 1)
        {
            diagnostics.Error(FeatureCodes.TransformArgument, "one list item is one transformation. Begin each with '- '.", item.Position);
            return null;
        }

        var name = section is null ? item.Text() : section.Keys.Single();
        if (name is null)
            return null;
        if (TransformCatalog.Find(name) is { } transform)
            return new TransformArgumentReader(transform, diagnostics).Read(section?.Value(name), item.Position);
        var hint = DidYouMean.Sentence(name, TransformCatalog.Names);
        diagnostics.Error(
            FeatureCodes.UnknownTransform,
            $"unknown transformation '{name}'.{(hint.Length > 0 ? hint : $" Known: {string.Join(", ", TransformCatalog.Names)}.")}",
            item.Position);
        return null;
    }
}
