using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Combining;

/// <summary>
/// <c>trainer: ensemble</c>: several trainers on the same features, combined into one graph: a mean, a mean whose weights the validation rows choose,
/// a linear model of out-of-fold predictions (Wolpert, "Stacked generalization", 1992; Breiman, "Stacked regressions", 1996), or a cascade, in which
/// each member decides where it is sure (Viola and Jones, 2001; Alpaydin and Kaynak, 1998).
/// </summary>
internal sealed class EnsembleTrainer(EnsembleConfig config) : ITrainer
{
    public const string TrainerName = "ensemble";

    private readonly Member[] _members = Member.Of(config);

    public string Name => TrainerName;

    public string DisplayName => $"{(config.Method == EnsembleMethod.Cascade ? "cascade" : "ensemble")} of {_members.Length}";

    public IReadOnlyList<Hyperparameter> Hyperparameters => [];

    /// <summary>Whether models of other projects are among its members.</summary>
    public bool HasModels => config.Members.Any(member => member.Model is not null);

    // All members see the same features, so the most demanding of them decides.
    public bool HandlesMissing => Array.TrueForAll(_members, member => member.Trainer?.HandlesMissing != false);

    public bool WantsScaling => Array.Exists(_members, member => member.Trainer?.WantsScaling == true);

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => Array.TrueForAll(_members, member => member.Trainer?.Supports(task) != false);

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
        return _members.Select(member => member.Problem(request, fewest)).FirstOrDefault(problem => problem is not null);
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
            Members = Summaries(request, members, weights, team),
        };
    }

    private EnsembleMember[] Summaries(TrainingRequest request, TrainerResult[] members, double[]? weights, ThreadTeam team)
    {
        EnsembleMember[] summaries = [.. _members.Select((member, i) => member.Summary(weights?[i]))];
        if (config.Method != EnsembleMethod.Cascade)
            return summaries;
        var outputs = Array.ConvertAll(members, member => new HeadRun(member.Model, team).Outputs(request.Validation.Features));
        var (limits, shares) = (Limits(), CascadeShares.Of(outputs, Limits(), request.ClassCount));
        return [.. summaries.Select((member, i) => member with { Confidence = i < limits.Length ? limits[i] : null, Share = shares?[i] })];
    }

    private double[] Limits() => [.. Enumerable.Range(0, _members.Length - 1).Select(config.ConfidenceOf)];

    private (byte[] Model, double[]? Weights) Combine(
        TrainingRequest request, TrainerResult[] members, ThreadTeam team, CancellationToken cancellationToken)
    {
        var graph = new CombinedGraph(request, [.. members.Select(member => member.Model)]);
        if (config.Method == EnsembleMethod.Stacking)
            return (graph.Stacked(Stack(request, team, cancellationToken)), null);
        if (config.Method == EnsembleMethod.Cascade)
            return (graph.Cascade(Limits()), null);
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
            request with
            {
                Hyperparameters = HyperparameterResolver.Resolve(trainer, new Dictionary<string, double>()),
                Train = request.Train with { Features = stacked },
                Validation = new TrainingSet { Features = stacked.Take([]), Labels = [] },
            },
            null,
            cancellationToken).Model;
    }

    private TrainerResult[] Learn(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        [.. _members.Select(member => member.Learn(request, progress, cancellationToken))];
}
