using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>A trained chain, and what makes a probability of its score when it does not.</summary>
/// <param name="Model">The chain.</param>
/// <param name="Task">The task.</param>
/// <param name="Calibrator">For two classes without a probability: Platt's logistic function; otherwise null.</param>
internal sealed record FittedChain(ITransformer Model, LearningTask Task, PlattCalibrator? Calibrator)
{
    /// <summary>The column that becomes the prediction.</summary>
    public string Output => Task == LearningTask.Binary && Calibrator is null ? MLNetColumns.Probability : MLNetColumns.Score;

    /// <summary>Fits a chain, and a calibrator if it needs one, on the validation rows when those hold both classes.</summary>
    public static FittedChain Fit(MLContext ml, IEstimator<ITransformer> chain, IDataView train, IDataView validation, TrainingRequest request)
    {
        var model = chain.Fit(train);
        var gives = model.GetOutputSchema(train.Schema);
        if (gives.GetColumnOrNull(MLNetColumns.Score) is null)
        {
            throw new TrainingFailedException(
                TrainingCodes.MLNetChain, $"the chain gives no column '{MLNetColumns.Score}'; it gives {string.Join(", ", gives.Select(column => column.Name))}. End it with a trainer.");
        }

        if (request.Task != LearningTask.Binary || gives.GetColumnOrNull(MLNetColumns.Probability) is not null)
            return new FittedChain(model, request.Task, null);
        var both = request.Validation.Labels.Distinct().Count() > 1;
        var scored = model.Transform(both ? validation : train);
        var platt = ml.BinaryClassification.Calibrators.Platt(MLNetColumns.Label, MLNetColumns.Score).Fit(scored);
        return new FittedChain(model, request.Task, ((IPredictionTransformer<PlattCalibrator>)platt).Model);
    }

    /// <summary>What ML.NET itself predicts: row by row the probability of the second class, those of all classes, or the number.</summary>
    public float[] Predict(IDataView rows)
    {
        var given = Model.Transform(rows);
        if (Task == LearningTask.Multiclass)
            return [.. given.GetColumn<float[]>(MLNetColumns.Score).SelectMany(scores => scores)];
        var values = given.GetColumn<float>(Output);
        return Calibrator is { } platt ? [.. values.Select(score => (float)(1 / (1 + Math.Exp((platt.Slope * score) + platt.Offset))))] : [.. values];
    }
}
