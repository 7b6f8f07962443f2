using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Binning;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>Grows the trees, several at a time, each from random numbers of its own, so that their order says nothing.</summary>
internal sealed class ForestFit(TrainingRequest request, ForestSettings settings, ThreadTeam team)
{
    // Trees between two reports of progress; the same for any number of threads.
    private const int Wave = 16;

    // About what a leaf and the node above it take in the file, and a value of a leaf.
    private const double BytesOfNodes = 45;
    private const double BytesOfValue = 12;
    private const double MostBytes = 2e9;

    private readonly ForestTargets _targets = new(request);
    // Rows of no weight are not drawn: a tree of nothing else would have nothing to average.
    private readonly int[]? _drawable = ClassWeights.Of(request) is { } weights
        ? [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)]
        : null;

    private readonly BinnedMatrix _matrix = BinnedMatrix.LearnColumns(request.Train.Features, settings.MaxBin, team);

    public (Ensemble Ensemble, IReadOnlyList<TrainingProgress> Steps) Run(IProgress<TrainingProgress>? progress)
    {
        var trees = new Tree[settings.Trees];
        var steps = new List<TrainingProgress>();
        var train = new ForestLoss(request.Train, _matrix, request.Task, _targets, team);
        var validation = new ForestLoss(request.Validation, _matrix.Apply(request.Validation.Features, team), request.Task, _targets, team);
        for (var first = 0; first < trees.Length; first += Wave)
        {
            var start = first;
            team.Each(Math.Min(Wave, trees.Length - first), i => trees[start + i] = Grow(start + i));
            CheckSize(trees.AsSpan(0, Math.Min(first + Wave, trees.Length)));
            foreach (var tree in trees.AsSpan(first, Math.Min(Wave, trees.Length - first)))
            {
                var step = new TrainingProgress(
                    steps.Count + 1, train.With(tree, trees.Length, steps.Count + 1), validation.With(tree, trees.Length, steps.Count + 1));
                steps.Add(step);
                progress?.Report(step);
            }
        }

        var initial = new float[_targets.Outputs];
        initial.AsSpan().Fill(_targets.Center);
        return (new Ensemble { InitialScores = initial, Trees = trees, Bins = _matrix.Bins }, steps);
    }

    // From the trees so far, before memory and file have no end.
    private void CheckSize(ReadOnlySpan<Tree> grown)
    {
        long values = 0;
        foreach (var tree in grown)
            values += tree.LeafValues.Length;
        var bytes = ((values / _targets.Outputs * BytesOfNodes) + (values * BytesOfValue)) * (double)settings.Trees / grown.Length;
        if (bytes > MostBytes)
        {
            throw new TrainingFailedException(
                TrainingCodes.DoesNotFit,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{settings.Trees} such trees are a file of about {bytes / 1e9:F1} GB, and {MostBytes / 1e9:F0} GB can be written. Set 'min_samples_leaf' (5 makes it "
                    + $"some five times smaller), 'max_depth' or fewer trees."));
        }
    }

    private Tree Grow(int index)
    {
        var random = new SeededRandom(request.Seed, index + 1);
        return new ForestTree(_matrix, _targets, settings, random, Draw(random)).Grow();
    }

    // How much each row counts in a tree: as often as it was drawn, times its weight.
    private float[] Draw(SeededRandom random)
    {
        var counts = new float[_matrix.Rows];
        if (settings.DrawnRows is { } drawn)
        {
            for (var i = 0; i < drawn; i++)
            {
                var at = random.Next(_drawable?.Length ?? counts.Length);
                counts[_drawable is null ? at : _drawable[at]]++;
            }
        }
        else
        {
            counts.AsSpan().Fill(1);
        }

        for (var row = 0; _targets.Weights is { } weights && row < counts.Length; row++)
            counts[row] *= weights[row];
        return counts;
    }
}
