using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Neighbours;

namespace MlOps.Build.Engine.Training.Combining;

/// <summary>
/// <c>trainer: ensemble</c>: several trainers on the same features, combined into one graph: a mean, a mean whose weights the validation rows choose,
/// or a linear model of out-of-fold predictions (Wolpert, "Stacked generalization", 1992; Breiman, "Stacked regressions", 1996).
/// </summary>
internal sealed class EnsembleTrainer(EnsembleConfig config) : ITrainer
{
    public const string TrainerName = "ensemble";

    private readonly ITrainer[] _members = [.. config.Members.Select(TrainerCatalog.Find).OfType<ITrainer>()];

    public string Name => TrainerName;

    public string DisplayName => $"ensemble of {_members.Length}";

    public IReadOnlyList<Hyperparameter> Hyperparameters => [];

    // All members see the same features, so the most demanding of them decides.
    public bool HandlesMissing => Array.TrueForAll(_members, member => member.HandlesMissing);

    public bool WantsScaling => Array.Exists(_members, member => member.WantsScaling);

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => Array.TrueForAll(_members, member => member.Supports(task));

    public string? Problem(TrainingRequest request)
    {
        if (config.Method == EnsembleMethod.Blending && request.Validation.Labels.Length == 0)
            return "'method: blending' learns weights on the validation rows, and there are none. Keep some in 'split', or write 'method: stacking'.";
        var stacks = config.Method == EnsembleMethod.Stacking;
        var units = request.Train.Lists is { } lists ? lists.Distinct().Count() : request.Train.Labels.Length;
        if (stacks && units < config.Folds)
        {
            return $"{units} {(request.Train.Lists is null ? "training rows" : "lists")} cannot be divided into {config.Folds} folds. Set fewer 'folds', or "
                + "write 'method: voting'.";
        }

        var rows = request.Train.Labels.Length;
        var fewest = stacks ? rows - ((rows + config.Folds - 1) / config.Folds) : rows;
        return _members.Select(member => Problem(member, RequestOf(member, request), fewest)).FirstOrDefault(problem => problem is not null);
    }

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var team = new ThreadTeam(request.Threads, cancellationToken);
        var members = Learn(request, progress, cancellationToken);
        var (model, weights) = Combine(request, members, team, cancellationToken);
        var loss = new HeadLoss(model, request.Task, team);
        var step = new TrainingProgress(1, loss.Mean(request.Train), loss.Mean(request.Validation));
        return new TrainerResult
        {
            Model = model,
            BestStep = 1,
            Steps = [step],
            Loss = HeadLoss.NameOf(request.Task),
            TrainingRowsKept = members.Max(member => member.TrainingRowsKept),
            Members = [.. _members.Select((member, i) => new EnsembleMember(member.Name, weights?[i]))],
        };
    }

    private static string? Problem(ITrainer member, TrainingRequest request, int fewest) =>
        NeighboursLimits.Problem(member.Name, request.Hyperparameters, request.Train.Labels.Length, fewest) is { } limit ? limit.Message
        : member.Problem(request) is { } problem ? $"'{member.Name}': {problem}"
        : null;

    private (byte[] Model, double[]? Weights) Combine(
        TrainingRequest request, TrainerResult[] members, ThreadTeam team, CancellationToken cancellationToken)
    {
        var graph = new CombinedGraph(request, [.. members.Select(member => member.Model)]);
        if (config.Method == EnsembleMethod.Stacking)
            return (graph.Stacked(Stack(request, team, cancellationToken)), null);
        var weights = config.Method == EnsembleMethod.Voting
            ? [.. Enumerable.Repeat(1.0 / members.Length, members.Length)]
            : BlendWeights.Of([.. members.Select(member => new HeadRun(member.Model, team).Outputs(request.Validation.Features))], request);
        return (graph.Mean(weights), weights);
    }

    // The model of what members say of training rows that they did not learn from.
    private byte[] Stack(TrainingRequest request, ThreadTeam team, CancellationToken cancellationToken)
    {
        var folds = TrainingFolds.Of(request, config.Folds);
        var rows = request.Train.Labels.Length;
        var values = Array.Empty<float>();
        var width = 0;
        foreach (var (learned, left) in folds)
        {
            var part = request with { Train = TrainingRows.Take(request.Train, learned) };
            var graph = new CombinedGraph(request, [.. Learn(part, null, cancellationToken).Select(member => member.Model)]);
            var outputs = new HeadRun(graph.Values(), team).Outputs(request.Train.Features.Take(left));
            width = outputs.Length / left.Length;
            values = values.Length == 0 ? new float[rows * width] : values;
            for (var i = 0; i < left.Length; i++)
                outputs.AsSpan(i * width, width).CopyTo(values.AsSpan(left[i] * width));
        }

        var stacked = new FeatureMatrix(rows, [.. Enumerable.Range(0, width).Select(i => $"value {i + 1}")], values);
        var trainer = TrainerCatalog.Find(request.Task == LearningTask.Regression ? "linear-regression" : "logistic-regression")!;
        return trainer.Train(
            RequestOf(trainer, request) with
            {
                Train = request.Train with { Features = stacked },
                Validation = new TrainingSet { Features = stacked.Take([]), Labels = [] },
            },
            null,
            cancellationToken).Model;
    }

    private TrainerResult[] Learn(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        [.. _members.Select(member => member.Train(RequestOf(member, request), progress, cancellationToken))];

    private static TrainingRequest RequestOf(ITrainer member, TrainingRequest request) =>
        request with { Hyperparameters = HyperparameterResolver.Resolve(member, new Dictionary<string, double>()) };
}
