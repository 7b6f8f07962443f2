using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>
/// Means of deep trees that each see other rows and features: random forests (Breiman, 2001) and extremely randomized trees (Geurts, Ernst
/// and Wehenkel, 2006).
/// </summary>
internal sealed class ForestTrainer : ITrainer
{
    private readonly bool _drawsCuts;

    private ForestTrainer(string name, string displayName, bool drawsCuts)
    {
        _drawsCuts = drawsCuts;
        Name = name;
        DisplayName = displayName;
        Hyperparameters = ForestHyperparameters.Of(bootstrap: !drawsCuts);
    }

    public static ForestTrainer RandomForest { get; } = new("random-forest", "random forest", drawsCuts: false);

    public static ForestTrainer ExtraTrees { get; } = new("extra-trees", "extra trees", drawsCuts: true);

    public string Name { get; }

    public string DisplayName { get; }

    public IReadOnlyList<Hyperparameter> Hyperparameters { get; }

    public bool HandlesMissing => true;

    public bool WantsScaling => false;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var settings = ForestSettings.From(request, _drawsCuts);
        var (ensemble, steps) = new ForestFit(request, settings, new ThreadTeam(request.Threads, cancellationToken)).Run(progress);
        return new TrainerResult
        {
            Model = ForestExport.Write(ensemble, request.Task),
            BestStep = steps.Count,
            Steps = steps,
            Loss = HeadLoss.NameOf(request.Task),
            Gains = ensemble.Gains(),
        };
    }
}
