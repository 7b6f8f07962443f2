using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>hyperparameters</c>: numbers, and words where the trainer's setting has words.</summary>
internal sealed class HyperparameterReader(Dictionary<string, SourcePosition> positions)
{
    /// <summary>The values by the settings' own names; a name that the trainer does not know keeps its place, and is judged later.</summary>
    public IReadOnlyDictionary<string, double> Read(YamlSection? section, string trainer)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in section?.Keys ?? [])
        {
            var setting = HyperparameterResolver.Find(TrainerCatalog.Find(trainer), key);
            var name = setting?.Name ?? key;
            positions[$"hyperparameters.{name}"] = section!.PositionOf(key);
            if (!written.TryAdd(name, key))
                section.Invalid(key, $"'{key}' and '{written[name]}' are one setting, '{name}'. Keep one of them.");
            else if (ValueOf(section, key, setting) is { } value)
                values[name] = value;
        }

        return values;
    }

    private static double? ValueOf(YamlSection section, string key, Hyperparameter? setting)
    {
        if (setting is not { Choices.Count: > 0 })
            return section.Number(key);
        var words = setting.Choices.Select((word, i) => (word, Value: (double)i)).ToDictionary(pair => pair.word, pair => pair.Value);
        return section.Choice(key, words);
    }
}
