using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>The losses by LightGBM's names.</summary>
internal static class ObjectiveCatalog
{
    /// <summary>The values of the hyperparameter <c>objective</c>; the first one leaves it to the task.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["auto", "binary", "multiclass", "regression", "regression_l1", "huber", "quantile", "poisson", "tweedie", "lambdarank"];

    /// <summary>The names that suit a task.</summary>
    public static IEnumerable<string> NamesOf(LearningTask task) => task switch
    {
        LearningTask.Binary => ["auto", "binary"],
        LearningTask.Multiclass => ["auto", "multiclass"],
        _ => Names.Where(name => name is not ("binary" or "multiclass")),
    };

    /// <summary>The loss that a request asks for.</summary>
    /// <exception cref="ArgumentException">It is one of another task.</exception>
    public static IBoostingObjective Of(TrainingRequest request) =>
        Find(request.Task, request.ClassCount, request.Hyperparameters)
        ?? throw new ArgumentException(ObjectiveChecker.Problem(request), nameof(request));

    /// <summary>The loss that the settings name for the task; null when it is one of another task.</summary>
    public static IBoostingObjective? Find(LearningTask task, int classes, IReadOnlyDictionary<string, double> settings)
    {
        var name = Names[(int)settings["objective"]];
        return task switch
        {
            LearningTask.Binary => name is "auto" or "binary" ? new BinaryLogLoss() : null,
            LearningTask.Multiclass => name is "auto" or "multiclass" ? new SoftmaxLoss(classes) : null,
            _ => OfNumbers(name, settings),
        };
    }

    private static IBoostingObjective? OfNumbers(string name, IReadOnlyDictionary<string, double> settings) => name switch
    {
        "auto" or "regression" => new SquaredError(),
        "regression_l1" => PinballLoss.AbsoluteError,
        "huber" => new HuberLoss(settings["alpha"]),
        "quantile" => new PinballLoss(settings["alpha"], 1),
        "poisson" => new PoissonLoss(settings["poisson_max_delta_step"]),
        "lambdarank" => new LambdaRank(),
        "tweedie" => new TweedieLoss(settings["tweedie_variance_power"]),
        _ => null,
    };
}
