using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>Whether a loss suits the task, the settings and the labels.</summary>
internal static class ObjectiveChecker
{
    /// <summary>What does not fit, with the way out; null when all does.</summary>
    public static string? Problem(TrainingRequest request)
    {
        var settings = request.Hyperparameters;
        var name = ObjectiveCatalog.Names[(int)settings["objective"]];
        if (ObjectiveCatalog.Find(request.Task, request.ClassCount, settings) is null)
            return $"'objective: {name}' is no loss of this task. Losses: {string.Join(", ", ObjectiveCatalog.NamesOf(request.Task))}.";
        if (name == "quantile" && settings["alpha"] >= 1)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"'alpha' is {settings["alpha"]}, and 'objective: quantile' needs a quantile below 1, such as 0.9.");
        }

        return name switch
        {
            "poisson" or "tweedie" => Counts(name, request),
            "lambdarank" => Relevances(request),
            _ => null,
        };
    }

    private static string? Relevances(TrainingRequest request)
    {
        if (request.Train.Lists is null)
            return "'objective: lambdarank' orders rows within lists. Name their column: 'evaluation: { ranking: { group: Query } }'.";
        foreach (var label in request.Train.Labels.Concat(request.Validation.Labels))
        {
            if (label is < 0 or > LambdaRank.MostRelevance || label != MathF.Floor(label))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"a label is {label}, and 'objective: lambdarank' takes whole relevances from 0 to {LambdaRank.MostRelevance}. "
                    + $"Use 'objective: regression', or grade the label.");
            }
        }

        return null;
    }

    private static string? Counts(string name, TrainingRequest request)
    {
        var labels = request.Train.Labels;
        foreach (var label in labels.Concat(request.Validation.Labels))
        {
            if (label < 0)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"a label is {label}, and 'objective: {name}' takes none below 0. Use 'objective: regression', or look at the label's definition.");
            }
        }

        return Array.TrueForAll(labels, label => label == 0)
            ? $"all training labels are 0, and 'objective: {name}' has nothing to learn from. Look at the label's definition."
            : null;
    }
}
