using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// A generalized additive model (Hastie and Tibshirani, 1986): the score is a sum of functions of one column each, learned by boosting small trees that
/// look at one column (Lou, Caruana and Gehrke, 2012), so that each function can be drawn and read by itself.
/// </summary>
internal sealed class AdditiveTrainer : ITrainer
{
    private readonly BoostedTreesTrainer _boosting = new();

    public string Name => "generalized-additive-model";

    public string DisplayName => "generalized additive model";

    public IReadOnlyList<Hyperparameter> Hyperparameters => AdditiveHyperparameters.All;

    public bool HandlesMissing => true;

    public bool WantsScaling => false;

    public bool HandlesCategories => true;

    public bool TakesConstraints => true;

    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => request.Interactions.Count > 0
        ? "no column depends on another, and 'constraints: interactions:' lets some. Remove it, or use 'gradient-boosted-trees'."
        : _boosting.Problem(Additive(request));

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        _boosting.Train(Additive(request), progress, cancellationToken);

    /// <summary>The one-hot categories of a column, or of a cross, belong together; every other feature is alone.</summary>
    internal static IReadOnlyList<IReadOnlyList<int>> Columns(FeatureMatrix features) =>
    [
        .. Enumerable.Range(0, features.Columns).GroupBy(i => ColumnOf(features.Names[i]), StringComparer.Ordinal)
            .SelectMany(group => group.Count() == 1 || group.All(i => IsIndicator(features, i)) ? [[.. group]] : group.Select(i => new[] { i }))
            .Select(group => (IReadOnlyList<int>)group),
    ];

    private TrainingRequest Additive(TrainingRequest request) => request with
    {
        Hyperparameters = HyperparameterResolver.Resolve(_boosting, request.Hyperparameters),
        Interactions = Columns(request.Train.Features),
    };

    private static bool IsIndicator(FeatureMatrix features, int feature)
    {
        for (var row = 0; row < features.Rows; row++)
        {
            if (features.Values[(row * features.Columns) + feature] is not (0 or 1))
                return false;
        }

        return true;
    }

    private static string ColumnOf(string feature) => feature.IndexOf('=', StringComparison.Ordinal) is > 0 and var end ? feature[..end] : feature;
}
