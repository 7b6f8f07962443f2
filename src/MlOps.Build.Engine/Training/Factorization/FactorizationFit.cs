using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Factorization;

/// <summary>
/// Learns by AdaGrad (Duchi, Hazan and Singer, 2011) row by row, in an order drawn anew for each pass, as LIBFFM does (Juan et al., 2016).
/// One thread: each step depends on the one before.
/// </summary>
internal sealed class FactorizationFit
{
    private const int Stream = 31;

    private readonly TrainingRequest _request;
    private readonly SparseRows _rows;
    private readonly double[] _labels;
    private readonly double[] _weights;
    private readonly FactorizationModel _model;
    private readonly FactorizationModel _squares;
    private readonly double[] _sums;
    private readonly double _rate;
    private readonly double _l2;

    public FactorizationFit(TrainingRequest request)
    {
        _request = request;
        var settings = request.Hyperparameters;
        (_rate, _l2) = (settings[FactorizationHyperparameters.LearningRateName], settings[FactorizationHyperparameters.L2Name]);
        _rows = new SparseRows(request.Train.Features);
        Scale = request.Task == LearningTask.Regression ? LabelScale.Of(request.Train.Labels) : LabelScale.None;
        _labels = Scale.Apply(request.Train.Labels);
        _weights = Relative(request.Train);
        var factors = (int)settings[FactorizationHyperparameters.FactorsName];
        _model = new FactorizationModel(request.Train.Features.Columns, factors);
        _squares = new FactorizationModel(request.Train.Features.Columns, factors);
        _sums = new double[factors];
        Draw(settings[FactorizationHyperparameters.DeviationName]);
    }

    /// <summary>What the model's score has to be multiplied by, and what has to be added, to be in the labels' unit.</summary>
    public LabelScale Scale { get; }

    /// <summary>The best model of the passes, with their losses.</summary>
    public (FactorizationModel Model, IReadOnlyList<TrainingProgress> Steps, int BestStep, bool Stopped) Run(
        IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var (steps, order) = (new List<TrainingProgress>(), Enumerable.Range(0, _rows.Count).ToArray());
        var random = new SeededRandom(_request.Seed, Stream + 1);
        var stopping = new EarlyStopping((int)_request.Hyperparameters[FactorizationHyperparameters.PatienceName]);
        var (validation, best, stopped) = (new SparseRows(_request.Validation.Features), new FactorizationModel(_model.Features, _model.Factors), false);
        for (var pass = 1; pass <= (int)_request.Hyperparameters[FactorizationHyperparameters.IterationsName] && !stopped; pass++)
        {
            random.Shuffle<int>(order);
            foreach (var row in order)
                Learn(row);
            cancellationToken.ThrowIfCancellationRequested();
            var step = new TrainingProgress(pass, Loss(_rows, _request.Train), Loss(validation, _request.Validation));
            steps.Add(step);
            progress?.Report(step);
            stopped = stopping.Step(pass, step.ValidationLoss);
            if (stopping.BestStep == pass)
                _model.CopyTo(best);
        }

        return (best, steps, stopping.BestStep, stopped);
    }

    // Twelve uniform numbers are as good as normal ones for a start, and the same everywhere.
    private void Draw(double deviation)
    {
        var random = new SeededRandom(_request.Seed, Stream);
        for (var i = 0; i < _model.Vectors.Length; i++)
        {
            var sum = -6.0;
            for (var part = 0; part < 12; part++)
                sum += random.NextDouble();
            _model.Vectors[i] = deviation * sum;
        }
    }

    private void Learn(int row)
    {
        if (_weights[row] == 0)
            return;
        var columns = _rows.Columns(row);
        var values = _rows.Values(row);
        var slope = _weights[row] * Slope(_model.Score(columns, values, _sums), _labels[row]);
        (_model.Bias, _squares.Bias) = Step(_model.Bias, _squares.Bias, slope);
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, x) = (columns[i], (double)values[i]);
            ref var weight = ref _model.Weights[column];
            (weight, _squares.Weights[column]) = Step(weight, _squares.Weights[column], (slope * x) + (_l2 * weight));
            for (var f = 0; f < _sums.Length; f++)
            {
                ref var factor = ref _model.Vectors[(column * _sums.Length) + f];
                ref var seen = ref _squares.Vectors[(column * _sums.Length) + f];
                (factor, seen) = Step(factor, seen, (slope * _model.Slope(column, f, x, _sums)) + (_l2 * factor));
            }
        }
    }

    // The squares begin at 1, as in LIBFFM, so that the first steps are no longer than the rate.
    private (double Value, double Squares) Step(double value, double squares, double gradient)
    {
        squares += gradient * gradient;
        return (value - (_rate * gradient / Math.Sqrt(1 + squares)), squares);
    }

    private double Slope(double score, double label) =>
        _request.Task == LearningTask.Regression ? score - label : Probability(score) - label;

    private static double Probability(double score) => 1 / (1 + DeterministicMath.Exp(-score));

    private double Loss(SparseRows rows, TrainingSet set)
    {
        var (outputs, sums) = (new float[_request.Task == LearningTask.Regression ? rows.Count : 2 * rows.Count], new double[_sums.Length]);
        for (var row = 0; row < rows.Count; row++)
        {
            var score = _model.Score(rows.Columns(row), rows.Values(row), sums);
            if (_request.Task == LearningTask.Regression)
                outputs[row] = (float)((Scale.Scale * score) + Scale.Center);
            else
                (outputs[2 * row], outputs[(2 * row) + 1]) = ((float)Probability(-score), (float)Probability(score));
        }

        return HeadLoss.Mean(set, outputs, _request.Task);
    }

    // So that the unit of weights, persons or thousands of them, does not change the steps.
    private static double[] Relative(TrainingSet set)
    {
        var weights = set.Weights is { } given ? Array.ConvertAll(given, weight => (double)weight) : [.. set.Labels.Select(_ => 1.0)];
        var mean = FixedSum.Sum(weights) / Math.Max(1, weights.Length);
        return Array.ConvertAll(weights, weight => weight / mean);
    }
}
