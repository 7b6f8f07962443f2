using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Neighbours;

namespace MlOps.Build.Engine.Training;

/// <summary>Judges what a trainer is given, and the loss that it leaves.</summary>
internal static class TrainingInput
{
    /// <summary>False, with an error each, when the trainer cannot learn from the request.</summary>
    public static bool Check(ITrainer trainer, TrainingRequest request, IReadOnlyList<string> classes, DiagnosticBag diagnostics)
    {
        if (!trainer.Supports(request.Task))
        {
            diagnostics.Error(
                TrainingCodes.TaskNotSupported, $"'{trainer.Name}' cannot learn {InWords(request.Task)}. {WhoCan(request.Task)}");
            return false;
        }

        var before = diagnostics.Count(item => item.Severity == DiagnosticSeverity.Error);
        CheckSize(request, diagnostics);
        var rows = request.Train.Labels.Length;
        if (NeighboursLimits.Problem(trainer.Name, request.Hyperparameters, rows, rows) is { } limit)
            diagnostics.Error(limit.Code, limit.Message);
        CheckLabels(request, classes, diagnostics);
        if (trainer.Problem(request) is { } problem)
            diagnostics.Error(TrainingCodes.DoesNotFit, $"'{trainer.Name}': {problem}");
        if (!trainer.HandlesMissing)
        {
            CheckNumbers(trainer, request.Train, "training", diagnostics);
            CheckNumbers(trainer, request.Validation, "validation", diagnostics);
        }

        if (request.Validation.Labels.Length == 0 && request.Hyperparameters.GetValueOrDefault("early_stopping_rounds") > 0)
        {
            diagnostics.Warning(
                TrainingCodes.NoValidationRows,
                $"'{trainer.Name}' cannot stop early: the validation split has no rows. Keep some, or set 'early_stopping_rounds' to 0.");
        }

        return diagnostics.Count(item => item.Severity == DiagnosticSeverity.Error) == before;
    }

    /// <summary>False, with an error, when the kept step's training loss is not finite.</summary>
    public static bool CheckLoss(ITrainer trainer, TrainerResult result, DiagnosticBag diagnostics)
    {
        var last = result.Steps[^1];
        if (double.IsFinite(last.TrainLoss))
            return true;
        var loss = last.TrainLoss.ToString(CultureInfo.InvariantCulture);
        diagnostics.Error(
            TrainingCodes.Diverged,
            $"'{trainer.Name}' diverged: the {result.Loss} is {loss} at step {last.Step}. Look for enormous labels or features, or use a "
            + "smaller step or a stronger penalty.");
        return false;
    }

    private static void CheckSize(TrainingRequest request, DiagnosticBag diagnostics)
    {
        if (request.Train.Labels.Length == 0)
            diagnostics.Error(TrainingCodes.NothingToLearnFrom, "the training split has no rows. Give it a larger share in 'split'.");
        else if (request.Train.Features.Columns == 0)
            diagnostics.Error(TrainingCodes.NothingToLearnFrom, "there are no features. Declare at least one column in 'features'.");
    }

    private static void CheckLabels(TrainingRequest request, IReadOnlyList<string> classes, DiagnosticBag diagnostics)
    {
        var labels = request.Train.Labels;
        if (labels.Length > 0 && Array.TrueForAll(labels, label => label == labels[0]))
        {
            var value = classes.Count > 0 ? $"'{classes[(int)labels[0]]}'" : labels[0].ToString(CultureInfo.InvariantCulture);
            diagnostics.Error(
                TrainingCodes.ConstantLabel,
                $"all {labels.Length} training rows have the label {value}. Look at the label's definition, or split another way.");
            return;
        }

        for (var k = 0; k < classes.Count && labels.Length > 0; k++)
        {
            if (!Array.Exists(labels, label => (int)label == k))
            {
                diagnostics.Warning(
                    TrainingCodes.ClassWithoutRows,
                    $"the class '{classes[k]}' has no training rows, so it is never predicted. Use a stratified split, or "
                    + "group rare classes.");
            }
        }
    }

    private static void CheckNumbers(ITrainer trainer, TrainingSet set, string part, DiagnosticBag diagnostics)
    {
        var features = set.Features;
        for (var column = 0; column < features.Columns; column++)
        {
            var (count, example) = NotFinite(features, column);
            if (count == 0)
                continue;
            var value = example.ToString(CultureInfo.InvariantCulture);
            diagnostics.Error(
                TrainingCodes.FeatureNotANumber,
                $"feature '{features.Names[column]}' is {value} in {count} of {features.Rows} {part} rows; '{trainer.Name}' takes only "
                + "finite numbers. Impute or clip the column, or use 'gradient-boosted-trees'.");
        }
    }

    private static (int Count, float Example) NotFinite(FeatureMatrix features, int column)
    {
        var count = 0;
        var example = 0f;
        for (var row = 0; row < features.Rows; row++)
        {
            var value = features.Values[(row * features.Columns) + column];
            if (float.IsFinite(value))
                continue;
            example = count++ == 0 ? value : example;
        }

        return (count, example);
    }

    private static string InWords(LearningTask task) => task switch
    {
        LearningTask.Binary => "two classes",
        LearningTask.Multiclass => "three or more classes",
        _ => "a number",
    };

    private static string WhoCan(LearningTask task) =>
        $"Use {string.Join(" or ", TrainerCatalog.All.Where(other => other.Supports(task)).Select(other => $"'{other.Name}'"))}.";
}
