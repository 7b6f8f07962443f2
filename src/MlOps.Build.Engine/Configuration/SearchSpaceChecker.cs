using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that each space has a point, lies within what its setting allows, and has a condition that can hold.</summary>
internal sealed class SearchSpaceChecker(TrainingConfig config, DiagnosticBag diagnostics)
{
    public void Check(SearchDimension dimension, Hyperparameter setting)
    {
        if (dimension.IsChoice)
            CheckChoices(dimension, setting);
        else
            CheckRange(dimension, setting);
        if (dimension.When is { } condition)
            CheckCondition(dimension, condition);
    }

    private void CheckChoices(SearchDimension dimension, Hyperparameter setting)
    {
        var position = PositionOf(dimension, "");
        if (setting.Choices.Count == 0)
        {
            foreach (var value in dimension.Choices)
                CheckValue(setting, value, position);
        }

        var twice = dimension.Choices.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            var written = HyperparameterResolver.Written(setting, twice.Key);
            Report(TrainingCodes.SearchSpaceEmpty, $"'{dimension.Name}' lists {written} twice. Keep one of them.", position);
        }
    }

    private void CheckRange(SearchDimension dimension, Hyperparameter setting)
    {
        // An empty list has no end of its own.
        if (!config.Positions.ContainsKey($"hyperparameters.{dimension.Name}.min"))
        {
            Report(
                TrainingCodes.SearchSpaceEmpty,
                $"'{dimension.Name}' has an empty list, so there is nothing to try. Name a value, or remove '{dimension.Name}' for its default.",
                PositionOf(dimension, ""));
            return;
        }

        var (low, high) = (PositionOf(dimension, ".min"), PositionOf(dimension, ".max"));
        if (!CheckValue(setting, dimension.Minimum, low) | !CheckValue(setting, dimension.Maximum, high))
            return;
        if (dimension.Minimum > dimension.Maximum)
        {
            Report(
                TrainingCodes.SearchSpaceEmpty,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{dimension.Name}' goes from {dimension.Minimum} down to {dimension.Maximum}, so there is nothing to try. Exchange 'min' and 'max'."),
                low);
        }

        if (dimension is { Logarithmic: true, Minimum: <= 0 })
        {
            Report(
                TrainingCodes.SearchSpaceEmpty,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{dimension.Name}' begins at {dimension.Minimum}, which has no logarithm. Begin above 0, or write 'scale: linear'."),
                low);
        }
    }

    private bool CheckValue(Hyperparameter setting, double value, SourcePosition position)
    {
        var fits = value >= setting.Minimum && value <= setting.Maximum;
        if (fits && (!setting.Integer || value == Math.Floor(value)))
            return true;
        Report(
            TrainingCodes.SearchSpaceRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the space of '{setting.Name}' has {value}; expected {HyperparameterResolver.Range(setting)}. Keep within that."),
            position);
        return false;
    }

    private void CheckCondition(SearchDimension dimension, SearchCondition condition)
    {
        var position = PositionOf(dimension, ".when");
        if (config.Space.FirstOrDefault(other => other.Name == condition.Setting) is not { IsChoice: true } parent)
        {
            var names = config.Space.Where(other => other.IsChoice && other != dimension).Select(other => other.Name).ToList();
            var hint = DidYouMean.Sentence(condition.Setting, names);
            var way = hint.Length > 0 ? hint
                : names.Count > 0 ? $" Lists: {string.Join(", ", names)}."
                : $" Give '{condition.Setting}' a list of values, or remove 'when'.";
            Report(
                TrainingCodes.SearchSpaceCondition,
                $"'when' of '{dimension.Name}' names '{condition.Setting}', which has no list of values in 'hyperparameters'.{way}",
                position);
        }
        else if (Circle(dimension))
        {
            Report(
                TrainingCodes.SearchSpaceCondition,
                $"'when' of '{dimension.Name}' leads back to '{dimension.Name}', so it never holds. Remove one of the conditions.",
                position);
        }
        else if (condition.Values.Count == 0 || condition.Values.Any(value => !parent.Choices.Contains(value)))
        {
            string Written(double value) => HyperparameterResolver.Written(config.Trainer, parent.Name, value);
            var wrong = condition.Values.Where(value => !parent.Choices.Contains(value)).Select(Written).DefaultIfEmpty("no value").First();
            Report(
                TrainingCodes.SearchSpaceCondition,
                $"'when' of '{dimension.Name}' asks for '{parent.Name}' to be {wrong}, which is never tried. Tried: "
                + $"{string.Join(", ", parent.Choices.Select(Written))}.",
                position);
        }
    }

    private bool Circle(SearchDimension dimension)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = dimension; current?.When is { } condition && seen.Add(current.Name);)
        {
            current = config.Space.FirstOrDefault(other => other.Name == condition.Setting);
            if (current == dimension)
                return true;
        }

        return false;
    }

    private SourcePosition PositionOf(SearchDimension dimension, string end)
    {
        var path = $"hyperparameters.{dimension.Name}";
        return config.PositionOf(config.Positions.ContainsKey(path + end) ? path + end : path);
    }

    private void Report(string code, string message, SourcePosition position) => diagnostics.Error(code, message, position);
}
