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
            Confidence = Confidence(section),
        };
        section.RejectUnknownKeys();
        return members.Count == 0 ? null : config;
    }

    private List<MemberConfig> Members(YamlSection section)
    {
        if (!section.Has("members"))
            section.Missing("members", "List two trainers or more, such as 'members: [gradient-boosted-trees, logistic-regression]'.");
        var members = new List<MemberConfig>();
        foreach (var item in section.Items("members"))
        {
            var path = $"ensemble.members[{members.Count}]";
            if ((item.IsSection ? Member(item.Section()!, path) : Member(item)) is not { } member)
                continue;
            positions[path] = item.Position;
            members.Add(member);
        }

        return members;
    }

    private static MemberConfig? Member(YamlValue item) => item.Text() is { } name ? new MemberConfig { Trainer = name } : null;

    private MemberConfig? Member(YamlSection section, string path)
    {
        var (package, project) = (section.Text("package"), section.Text("project"));
        if (package is not null || project is not null)
        {
            if (package is not null && project is not null)
                section.Invalid("project", "a member is of one package or project. Remove one of them.");
            section.RejectUnknownKeys();
            return new MemberConfig { Package = package, Project = package is null ? project : null };
        }

        var trainer = section.Text("trainer");
        if (!section.Has("trainer"))
            section.Missing("trainer", "Write '{ trainer: random-forest, hyperparameters: { … } }', or the trainer's name alone.");
        var settings = new HyperparameterReader(positions, $"{path}.hyperparameters").Values(section.Section("hyperparameters"), trainer ?? "");
        section.RejectUnknownKeys();
        return trainer is null ? null : new MemberConfig { Trainer = trainer, Hyperparameters = settings };
    }

    private List<double> Confidence(YamlSection section)
    {
        if (section.Value("confidence") is not { } value)
            return [];
        positions["ensemble.confidence"] = section.PositionOf("confidence");
        var items = value.IsList ? section.Items("confidence") : [value];
        return [.. items.Select(item => item.Number(0, 1)).OfType<double>()];
    }
}
