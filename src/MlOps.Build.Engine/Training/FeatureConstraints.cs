using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Training;

/// <summary>The constraints of a configuration as those of a matrix's features.</summary>
internal sealed class FeatureConstraints(TrainingConfig config, IReadOnlyList<string> features, DiagnosticBag diagnostics)
{
    /// <summary>The request with what the configuration constrains; every name that is no feature is reported.</summary>
    public TrainingRequest AddTo(TrainingRequest request)
    {
        var constraints = config.Constraints;
        if (constraints.AreNone)
            return request;
        return request with { Monotone = Monotone(constraints), Interactions = Interactions(constraints) };
    }

    private int[] Monotone(ConstraintConfig constraints)
    {
        var directions = new int[constraints.Monotone.Count == 0 ? 0 : features.Count];
        foreach (var (name, direction) in constraints.Monotone)
        {
            var index = Array.IndexOf([.. features], name);
            if (index < 0)
                Unknown(name, "constraints.monotone", config.PositionOf($"constraints.monotone.{name}"));
            else
                directions[index] = direction;
        }

        return directions;
    }

    // A column stands for all features that hold one of its categories.
    private IReadOnlyList<int>[] Interactions(ConstraintConfig constraints)
    {
        var groups = new IReadOnlyList<int>[constraints.Interactions.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            var group = new SortedSet<int>();
            foreach (var name in constraints.Interactions[i])
            {
                var before = group.Count;
                group.UnionWith(Enumerable.Range(0, features.Count)
                    .Where(feature => features[feature] == name || features[feature].StartsWith(name + "=", StringComparison.Ordinal)));
                if (group.Count == before)
                    Unknown(name, "constraints.interactions", config.PositionOf($"constraints.interactions[{i}]"));
            }

            groups[i] = [.. group];
        }

        return groups;
    }

    private void Unknown(string name, string setting, SourcePosition position)
    {
        var hint = DidYouMean.Sentence(name, features);
        var way = hint.Length > 0 ? hint : $" Features: {string.Join(", ", features.Take(20))}{(features.Count > 20 ? ", …" : "")}.";
        diagnostics.Error(TrainingCodes.Constraint, $"'{setting}' names '{name}', which is no feature of the model.{way}", position);
    }
}
