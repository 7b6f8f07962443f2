using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads <c>ranking</c>: a mapping with <c>group</c> and <c>k</c>.</summary>
internal static class RankingConfigReader
{
    public static RankingConfig? Read(YamlSection evaluation, Dictionary<string, SourcePosition> positions)
    {
        if (evaluation.Section("ranking") is not { } section)
            return null;
        positions["evaluation.ranking"] = evaluation.PositionOf("ranking");
        var k = (int)(section.Integer("k", 1, 10_000) ?? 10);
        if (!section.Has("group"))
            section.Missing("group", "Write 'group: Query', the column whose values name the lists.");
        var group = section.Text("group");
        section.RejectUnknownKeys();
        return group is null ? null : new RankingConfig { Group = group, K = k };
    }
}
