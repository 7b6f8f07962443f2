using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.Neighbours;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Combining;

/// <summary>A member of an ensemble: a trainer with its settings, or a model whose outputs are among the features.</summary>
internal sealed class Member
{
    private readonly MemberConfig _config;
    private readonly int _place;
    private readonly int _models;

    private Member(MemberConfig config, int place, int models)
    {
        _config = config;
        _place = place;
        _models = models;
        Trainer = TrainerCatalog.Find(config.Trainer);
    }

    /// <summary>Null for a model.</summary>
    public ITrainer? Trainer { get; }

    /// <summary>The members that are trainers of the kit or models that have been found.</summary>
    public static Member[] Of(EnsembleConfig ensemble)
    {
        var models = ensemble.Members.Where(member => member.Model is not null).ToList();
        return [.. ensemble.Members.Where(member => member.Model is not null || TrainerCatalog.Find(member.Trainer) is not null)
            .Select(member => new Member(member, models.IndexOf(member), models.Count))];
    }

    public TrainerResult Learn(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var features = request.Train.Features.Columns;
        var own = features - (_models * Width(request));
        if (Trainer is null)
            return Made(Columns(request, own + (_place * Width(request)), Width(request), null));
        var result = Trainer.Train(RequestOf(request), progress, cancellationToken);
        return _models == 0 ? result : result with { Model = Columns(request, 0, own, result.Model) };
    }

    /// <summary>What does not fit together, in words; null when all does.</summary>
    /// <param name="request">The ensemble's request.</param>
    /// <param name="fewest">The fewest rows that it is to learn from.</param>
    public string? Problem(TrainingRequest request, int fewest)
    {
        if (Trainer is null)
            return null;
        var own = RequestOf(request);
        return NeighboursLimits.Problem(Trainer.Name, own.Hyperparameters, own.Train.Labels.Length, fewest) is { } limit ? limit.Message
            : Trainer.Problem(own) is { } problem ? $"'{Trainer.Name}': {problem}"
            : null;
    }

    /// <summary>What a report says of it.</summary>
    public EnsembleMember Summary(double? weight) =>
        new(_config.Name, weight) { Hyperparameters = _config.Hyperparameters.Count == 0 ? null : _config.Hyperparameters };

    // What other models say is not for a trainer's eyes.
    private TrainingRequest RequestOf(TrainingRequest request)
    {
        var settings = HyperparameterResolver.Resolve(Trainer!, _config.Hyperparameters);
        if (_models == 0)
            return request with { Hyperparameters = settings };
        var own = request.Train.Features.Columns - (_models * Width(request));
        return request with { Hyperparameters = settings, Train = First(request.Train, own), Validation = First(request.Validation, own) };
    }

    private static TrainingSet First(TrainingSet set, int columns)
    {
        var all = set.Features;
        var values = new float[(long)all.Rows * columns];
        for (var row = 0; row < all.Rows; row++)
            all.Row(row)[..columns].CopyTo(values.AsSpan(row * columns));
        return set with { Features = new FeatureMatrix(all.Rows, [.. all.Names.Take(columns)], values) { Categories = [.. all.Categories.Take(columns)] } };
    }

    // Some columns of the features, as they are or as a model reads them.
    private static byte[] Columns(TrainingRequest request, int first, int count, byte[]? model)
    {
        var graph = new HeadGraph(request.Train.Features.Columns);
        long[] columns = [.. Enumerable.Range(first, count)];
        var value = graph.Builder.AddNode(
            "Gather", [TrainerResult.FeaturesInput, graph.Builder.AddConstant("columns", columns, count)], ("axis", 1L));
        if (model is not null)
            value = graph.Builder.Inline(OnnxModelReader.Read(model), value);
        return request.Task == LearningTask.Regression ? graph.WithPrediction(value) : graph.WithProbabilities(value, request.ClassCount);
    }

    private static TrainerResult Made(byte[] model) => new() { Model = model, BestStep = 1, Steps = [], Loss = "" };

    private static int Width(TrainingRequest request) => request.Task == LearningTask.Regression ? 1 : request.ClassCount;
}
