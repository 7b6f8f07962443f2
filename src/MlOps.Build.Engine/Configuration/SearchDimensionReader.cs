using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>
/// Reads the space of one hyperparameter: a list, or a mapping with <c>min</c> and <c>max</c> or <c>values</c>, and perhaps a condition.
/// </summary>
internal sealed class SearchDimensionReader(ITrainer? trainer, Dictionary<string, SourcePosition> positions)
{
    internal static readonly IReadOnlyDictionary<string, bool> Scales = new Dictionary<string, bool> { ["linear"] = false, ["log"] = true };

    private const int MostPoints = 1000;

    /// <summary>The dimension; null, with errors, when it cannot be read.</summary>
    public SearchDimension? Read(YamlValue value, string name, Hyperparameter? setting)
    {
        var dimension = new SearchDimension { Name = name, Integer = setting is { Integer: true } };
        if (!value.IsSection)
            return dimension with { Choices = Values(value, setting) };
        var section = value.Section()!;
        dimension = dimension with { When = Condition(section, name) };
        var read = section.Value("values") is { } values
            ? dimension with { Choices = Values(values, setting) }
            : Range(section, dimension, setting);
        section.RejectUnknownKeys();
        return read;
    }

    private SearchDimension? Range(YamlSection section, SearchDimension dimension, Hyperparameter? setting)
    {
        if (setting is { Choices.Count: > 0 })
        {
            section.Missing("values", $"'{dimension.Name}' has words: write a list, such as [{string.Join(", ", setting.Choices.Take(2))}].");
            foreach (var key in section.Keys)
                section.Has(key);
            return null;
        }

        foreach (var key in (string[])["min", "max"])
        {
            if (section.Value(key) is not null)
                positions[$"hyperparameters.{dimension.Name}.{key}"] = section.PositionOf(key);
            else
                section.Missing(key, "A range has two ends, as in '{ min: 0.01, max: 0.3, scale: log }'.");
        }

        var (minimum, maximum) = (section.Number("min"), section.Number("max"));
        var read = dimension with
        {
            Minimum = minimum ?? 0,
            Maximum = maximum ?? 0,
            Logarithmic = section.Choice("scale", Scales) ?? false,
            Points = (int)(section.Integer("points", 1, MostPoints) ?? SearchDimension.DefaultPoints),
        };
        section.Has("values");
        return minimum is null || maximum is null ? null : read;
    }

    private SearchCondition? Condition(YamlSection section, string name)
    {
        if (section.Section("when") is not { } when)
            return null;
        positions[$"hyperparameters.{name}.when"] = section.PositionOf("when");
        var keys = when.Keys.ToList();
        if (keys.Count != 1)
        {
            section.Invalid("when", $"'when' of '{name}' names {keys.Count} settings; expected one, as in 'when: {{ objective: huber }}'.");
            return null;
        }

        var parent = HyperparameterResolver.Find(trainer, keys[0]);
        var values = when.Items(keys[0]).Select(item => ValueOf(item, parent)).OfType<double>().ToList();
        return new SearchCondition(parent?.Name ?? keys[0], values);
    }

    private static List<double> Values(YamlValue value, Hyperparameter? setting) =>
        [.. value.Items().Select(item => ValueOf(item, setting)).OfType<double>()];

    // A setting that the trainer does not have is reported with the nearest one when trainers are checked; its values say nothing.
    private static double? ValueOf(YamlValue item, Hyperparameter? setting) => setting switch
    {
        null => double.TryParse(item.Text(), CultureInfo.InvariantCulture, out var number) ? number : 0,
        { Choices.Count: > 0 } => item.Choice(HyperparameterReader.Words(setting)),
        _ => item.Number(),
    };
}
