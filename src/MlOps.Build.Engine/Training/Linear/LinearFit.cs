using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>A fitted linear model, and how the fit went.</summary>
internal sealed record LinearFit(LinearModel Model, Standardization Scale, IReadOnlyList<TrainingProgress> Steps)
{
    /// <summary>Fits on scaled labels; losses and coefficients come in the labels' own units.</summary>
    public static LinearFit Of(
        TrainingRequest request, ILinearLoss loss, LabelScale labels, IProgress<TrainingProgress>? progress, ThreadTeam team)
    {
        var scale = Standardization.Of(request.Train.Features, team);
        var settings = request.Hyperparameters;
        var objective = Objective(request.Train, loss, scale, labels, settings[LinearHyperparameters.L2Name], team);
        var validation = Objective(request.Validation, loss, scale, labels, 0, team);
        var unit = loss is HalfSquaredLoss ? 2 * labels.Scale * labels.Scale : 1;
        var steps = new List<TrainingProgress>();
        void Report(double[] point)
        {
            steps.Add(new TrainingProgress(steps.Count + 1, unit * objective.LastLoss, unit * validation.MeanLoss(point)));
            progress?.Report(steps[^1]);
        }

        var minimum = new LimitedMemoryBfgs(objective)
        {
            L1 = settings[LinearHyperparameters.L1Name] / labels.Scale / objective.TotalWeight,
            Penalized = objective.Penalized,
            MaxIterations = (int)settings[LinearHyperparameters.MaxIterationsName],
            Tolerance = settings[LinearHyperparameters.ToleranceName],
            Progress = (_, point, _) => Report(point),
        }.Minimize(new double[objective.Size]);
        if (steps.Count == 0)
            Report(minimum.Point);
        return new LinearFit(ModelOf(minimum.Point, scale, labels, loss.Outputs), scale, steps);
    }

    private static LinearObjective Objective(
        TrainingSet set, ILinearLoss loss, Standardization scale, LabelScale labels, double l2, ThreadTeam team) =>
        new(set, labels.Apply(set.Labels), loss, scale, l2, team);

    private static LinearModel ModelOf(double[] point, Standardization scale, LabelScale labels, int outputs)
    {
        var columns = scale.Centers.Length;
        var coefficients = new double[columns * outputs];
        for (var i = 0; i < coefficients.Length; i++)
            coefficients[i] = point[i] * scale.InverseScales[i % columns] * labels.Scale;
        var intercepts = point.AsSpan(coefficients.Length).ToArray();
        return new LinearModel
        {
            Centers = scale.Centers,
            Coefficients = coefficients,
            Intercepts = Array.ConvertAll(intercepts, value => (value * labels.Scale) + labels.Center),
        };
    }
}
