using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.PlugIns;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>
/// Reads the section <c>hyperparameters</c>: numbers, words where the trainer's setting has words, and spaces that a search goes through.
/// </summary>
internal sealed class HyperparameterReader(Dictionary<string, SourcePosition> positions, string path = "hyperparameters")
{
    /// <summary>
    /// The values and spaces by the settings' own names; a name that the trainer does not know keeps its place, and is judged later.
    /// </summary>
    /// <param name="section">The section; null when there is none.</param>
    /// <param name="trainer">The configured trainer's name.</param>
    /// <param name="plugIn">The trainer of <c>trainer: project</c>.</param>
    public (IReadOnlyDictionary<string, double> Values, IReadOnlyList<SearchDimension> Space) Read(YamlSection? section, string trainer, ITrainer? plugIn)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var space = new List<SearchDimension>();
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        // Nobody has asked it which settings it has, and where nothing is trained they do not matter.
        if (trainer == PlugInTrainer.TrainerName && plugIn is AbsentTrainer)
            return (values, space);
        var known = trainer == PlugInTrainer.TrainerName ? plugIn : TrainerCatalog.Find(trainer);
        var dimensions = new SearchDimensionReader(known, positions);
        foreach (var key in section?.Keys ?? [])
        {
            var setting = HyperparameterResolver.Find(known, key);
            var name = setting?.Name ?? key;
            positions[$"{path}.{name}"] = section!.PositionOf(key);
            if (!written.TryAdd(name, key))
                section.Invalid(key, $"'{key}' and '{written[name]}' are one setting, '{name}'. Keep one of them.");
            else if (section.Value(key) is { } value && (value.IsSection || value.IsList))
                space.AddRange(dimensions.Read(value, name, setting) is { } dimension ? [dimension] : []);
            else if (ValueOf(section, key, setting) is { } number)
                values[name] = number;
        }

        return (values, space);
    }

    /// <summary>The values alone, where nothing is searched.</summary>
    public IReadOnlyDictionary<string, double> Values(YamlSection? section, string trainer)
    {
        foreach (var key in section?.Keys ?? [])
        {
            if (section!.Value(key) is { } value && (value.IsSection || value.IsList))
                section.Invalid(key, $"'{path}.{key}' is a space, and only the configured trainer's own settings are searched. Write one value.");
        }

        return new SortedDictionary<string, double>(Read(section, trainer, null).Values.ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>The words of a setting with the values that they stand for.</summary>
    public static IReadOnlyDictionary<string, double> Words(Hyperparameter setting) =>
        setting.Choices.Select((word, i) => (word, Value: (double)i)).ToDictionary(pair => pair.word, pair => pair.Value);

    private static double? ValueOf(YamlSection section, string key, Hyperparameter? setting) =>
        setting is { Choices.Count: > 0 } ? section.Choice(key, Words(setting)) : section.Number(key);
}
