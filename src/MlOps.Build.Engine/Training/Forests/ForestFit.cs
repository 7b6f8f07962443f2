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

    private readonly ForestTargets _targets = new(request);
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
                counts[random.Next(counts.Length)]++;
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
