using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>constraints</c>.</summary>
internal sealed class ConstraintConfigReader(Dictionary<string, SourcePosition> positions)
{
    private static readonly IReadOnlyDictionary<string, int> Directions =
        new Dictionary<string, int> { ["increasing"] = 1, ["decreasing"] = -1 };

    public ConstraintConfig Read(YamlSection? section)
    {
        if (section is null)
            return new ConstraintConfig();
        var interactions = new List<IReadOnlyList<string>>();
        foreach (var group in section.Items("interactions"))
        {
            positions[$"constraints.interactions[{interactions.Count}]"] = group.Position;
            interactions.Add([.. group.Items().Select(item => item.Text()).OfType<string>()]);
        }

        var monotone = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var named = section.Section("monotone");
        foreach (var feature in named?.Keys ?? [])
        {
            positions[$"constraints.monotone.{feature}"] = named!.PositionOf(feature);
            if (named.Choice(feature, Directions) is { } direction)
                monotone[feature] = direction;
        }

        section.RejectUnknownKeys();
        return new ConstraintConfig { Monotone = monotone, Interactions = interactions };
    }
}
