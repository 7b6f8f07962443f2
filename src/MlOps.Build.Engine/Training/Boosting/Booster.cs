using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Boosting.Growing;
using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Engine.Training.Trees.Binning;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>Gradient boosting with second-order leaf values: round after round, one tree an output on the current derivatives.</summary>
internal sealed class Booster
{
    private const int RangeSize = 4096;

    private readonly TrainingSet _train;
    private readonly TrainingSet _validation;
    private readonly IBoostingObjective _objective;
    private readonly BoostingSettings _settings;
    private readonly ThreadTeam _team;
    private readonly BinnedMatrix _matrix;
    private readonly BinnedMatrix _validationMatrix;
    private readonly QuantizedGradients _quantized;
    private readonly TreeGrower _grower;
    private readonly RowBag _bag;
    private readonly StoppingMetric? _metric;
    private readonly float[] _initial;
    private readonly double[] _scores;
    private readonly double[] _validationScores;
    private readonly double[] _gradients;
    private readonly double[] _hessians;
    private readonly List<Tree> _trees = [];

    public Booster(TrainingRequest request, IBoostingObjective objective, ThreadTeam team)
    {
        _train = request.Train;
        _validation = request.Validation;
        _objective = objective;
        _settings = BoostingSettings.From(request);
        _team = team;
        _matrix = BinnedMatrix.Learn(_train.Features, _settings.MaxBin, team);
        _validationMatrix = _matrix.Apply(_validation.Features, team);
        _quantized = new QuantizedGradients(_matrix.Rows, objective.HasUnitHessian && _train.Weights is null, team);
        _grower = new TreeGrower(_matrix, _settings, _quantized, team);
        _bag = new RowBag(_matrix.Rows, _matrix.Columns, _settings, request.Seed);
        _metric = StoppingMetric.Of(request, objective.Link);
        _initial = objective.InitialScores(_train);
        _scores = Repeat(_initial, _matrix.Rows);
        _validationScores = Repeat(_initial, _validationMatrix.Rows);
        _gradients = new double[_scores.Length];
        _hessians = new double[_scores.Length];
    }

    public BoostingResult Run(IProgress<TrainingProgress>? progress)
    {
        var steps = new List<TrainingProgress>();
        var stopping = new EarlyStopping(_settings.EarlyStoppingRounds);
        var stopped = false;
        TrainLoss();
        for (var round = 0; round < _settings.Rounds && !stopped; round++)
        {
            var grew = AddTrees(round);
            var step = new TrainingProgress(round + 1, TrainLoss(), ValidationLoss());
            steps.Add(step);
            progress?.Report(step);
            stopped = stopping.Step(step.Step, Judged(step.ValidationLoss));
            if (!double.IsFinite(step.TrainLoss) || (!grew && !_settings.Samples))
                break;
        }

        return new BoostingResult
        {
            Ensemble = new Ensemble
            {
                InitialScores = _initial,
                Trees = _trees[..(stopping.BestStep * _objective.Outputs)],
                Bins = _matrix.Bins,
            },
            Steps = steps,
            BestStep = stopping.BestStep,
            StoppedEarly = stopped,
        };
    }

    private static double[] Repeat(float[] initial, int rows)
    {
        var scores = new double[initial.Length * rows];
        for (var k = 0; k < initial.Length; k++)
            scores.AsSpan(k * rows, rows).Fill(initial[k]);
        return scores;
    }

    // False when no leaf could be split, so that further rounds on the same rows and features would add nothing.
    private bool AddTrees(int round)
    {
        var grew = false;
        _bag.NextRound(round);
        for (var k = 0; k < _objective.Outputs; k++)
        {
            _quantized.Quantize(_gradients, _hessians, k * _matrix.Rows, _matrix.Rows);
            var (tree, leaves) = _grower.Grow(_bag.Rows, _bag.NextFeatures());
            if (_objective.LeafQuantile is { } quantile)
                LeafRenewal.Renew(tree, leaves, _grower, _train, _scores, quantile, _team);
            _trees.Add(tree);
            grew |= tree.HasSplits;
            AddToScores(tree, leaves, k * _matrix.Rows);
            AddToScores(tree, _validationMatrix, null, _validationScores, k * _validationMatrix.Rows);
        }

        return grew;
    }

    private void AddToScores(Tree tree, IReadOnlyList<Leaf> leaves, int offset)
    {
        _team.Each(leaves.Count, i =>
        {
            double value = tree.LeafValues[leaves[i].Index];
            foreach (var row in _grower.Partition.Rows(leaves[i]))
                _scores[offset + row] += value;
        });

        if (_bag.Others.Length > 0)
            AddToScores(tree, _matrix, _bag.Others, _scores, offset);
    }

    private void AddToScores(Tree tree, BinnedMatrix matrix, int[]? rows, double[] scores, int offset)
    {
        var count = rows?.Length ?? matrix.Rows;
        _team.Each((count + RangeSize - 1) / RangeSize, range =>
        {
            for (var i = range * RangeSize; i < Math.Min(count, (range + 1) * RangeSize); i++)
            {
                var row = rows is null ? i : rows[i];
                scores[offset + row] += tree.LeafValues[matrix.LeafOf(tree, row)];
            }
        });
    }

    // Also fills in the derivatives that the next round needs.
    private double TrainLoss() => Loss(_train, _scores, _gradients, _hessians);

    private double ValidationLoss() => _validation.Labels.Length == 0 ? double.NaN : Loss(_validation, _validationScores, [], []);

    private double Judged(double validationLoss) =>
        _metric is null || double.IsNaN(validationLoss) ? validationLoss : _metric.Loss(_validationScores);

    private double Loss(TrainingSet set, double[] scores, double[] gradients, double[] hessians)
    {
        var rows = set.Labels.Length;
        var sum = _team.Sum(rows, RangeSize, (from, to) => _objective.Evaluate(set, scores, from, to, gradients, hessians));
        return sum / (set.Weights is { } weights ? FixedSum.Sum(weights) : rows);
    }
}
