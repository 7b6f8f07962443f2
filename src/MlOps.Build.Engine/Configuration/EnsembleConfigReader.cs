using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>ensemble</c>.</summary>
internal sealed class EnsembleConfigReader(Dictionary<string, SourcePosition> positions)
{
    /// <summary>The methods by their names in the file.</summary>
    public static IReadOnlyDictionary<string, EnsembleMethod> Methods { get; } =
        Enum.GetValues<EnsembleMethod>().ToDictionary(method => method.ToString().ToLowerInvariant());

    /// <summary>Null when there is no section, or one without members.</summary>
    public EnsembleConfig? Read(YamlSection? section)
    {
        if (section is null)
            return null;
        var members = Members(section);
        positions["ensemble.method"] = section.PositionOf(section.Has("method") ? "method" : "members");
        var defaults = new EnsembleConfig { Members = members };
        var config = defaults with
        {
            Method = section.Choice("method", Methods) ?? defaults.Method,
            Folds = (int)(section.Integer("folds", 2, 20) ?? defaults.Folds),
        };
        section.RejectUnknownKeys();
        return members.Count == 0 ? null : config;
    }

    private List<string> Members(YamlSection section)
    {
        if (!section.Has("members"))
            section.Missing("members", "List two trainers or more, such as 'members: [gradient-boosted-trees, logistic-regression]'.");
        var members = new List<string>();
        foreach (var item in section.Items("members"))
        {
            if (item.Text() is not { } name)
                continue;
            positions[$"ensemble.members[{members.Count}]"] = item.Position;
            members.Add(name);
        }

        return members;
    }
}
