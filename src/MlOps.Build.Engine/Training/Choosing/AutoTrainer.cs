using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Training.Choosing;

/// <summary>
/// <c>trainer: auto</c>: which trainer learns is a setting like others, the first dimension of a search whose other dimensions are those of the
/// candidates, each searched only where its trainer is chosen.
/// </summary>
internal sealed class AutoTrainer : ITrainer
{
    public const string TrainerName = "auto";

    /// <summary>The setting that says which candidate learns.</summary>
    public const string ChoiceName = "trainer";

    private readonly ITrainer[] _candidates;

    /// <param name="candidates">Names of trainers; those that are unknown are left out.</param>
    public AutoTrainer(IEnumerable<string> candidates)
    {
        _candidates = [.. candidates.Select(TrainerCatalog.Find).OfType<ITrainer>()];
        Space = [Choice(), .. _candidates.SelectMany((trainer, place) => AutoSpaces.Of(trainer).Select(dimension => Own(dimension, trainer, place)))];
        Hyperparameters = [.. Space.Select(Setting)];
    }

    public string Name => TrainerName;

    public string DisplayName => $"best of {_candidates.Length} trainers";

    public IReadOnlyList<Hyperparameter> Hyperparameters { get; }

    /// <summary>What a search goes through.</summary>
    public IReadOnlyList<SearchDimension> Space { get; }

    // All candidates see the same features, so the most demanding of them decides.
    public bool HandlesMissing => Array.TrueForAll(_candidates, trainer => trainer.HandlesMissing);

    public bool WantsScaling => Array.Exists(_candidates, trainer => trainer.WantsScaling);

    public bool HandlesCategories => Array.TrueForAll(_candidates, trainer => trainer.HandlesCategories);

    public bool TakesConstraints => Array.TrueForAll(_candidates, trainer => trainer.TakesConstraints);

    /// <summary>Each candidate with its defaults: what a search tries first, so that it finds nothing worse.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> Defaults =>
    [
        .. _candidates.Select((trainer, place) => (IReadOnlyDictionary<string, double>)new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [ChoiceName] = place,
        }),
    ];

    // What a candidate cannot learn is said at its own place.
    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => throw NotChosen();

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) => throw NotChosen();

    /// <summary>The candidate that settings name, and the configuration as if it had been written for it.</summary>
    /// <exception cref="InvalidOperationException">No search has run.</exception>
    public (ITrainer Trainer, TrainingConfig Config) Of(TrainingConfig config)
    {
        if (!config.Hyperparameters.TryGetValue(ChoiceName, out var place))
            throw NotChosen();
        var trainer = _candidates[(int)place];
        var own = $"{trainer.Name}.";
        var settings = config.Hyperparameters.Where(setting => setting.Key.StartsWith(own, StringComparison.Ordinal))
            .ToDictionary(setting => setting.Key[own.Length..], setting => setting.Value, StringComparer.Ordinal);
        return (trainer, config with { Trainer = trainer.Name, Hyperparameters = settings });
    }

    /// <summary>A setting as it is written: the trainer's name, or a value of a trainer's own setting.</summary>
    public static string Written(TuningSummary tuning, string name, double value)
    {
        if (tuning.Trainer != TrainerName)
            return HyperparameterResolver.Written(tuning.Trainer, name, value);
        var parts = name.Split('.', 2);
        return parts.Length == 2
            ? HyperparameterResolver.Written(parts[0], parts[1], value)
            : tuning.Space.FirstOrDefault(dimension => dimension.Name == name)?.Choices.ElementAtOrDefault((int)value) ?? "";
    }

    private SearchDimension Choice() => new() { Name = ChoiceName, Choices = [.. Enumerable.Range(0, _candidates.Length).Select(place => (double)place)] };

    private static SearchDimension Own(SearchDimension dimension, ITrainer trainer, int place) => dimension with
    {
        Name = $"{trainer.Name}.{dimension.Name}",
        When = new SearchCondition(ChoiceName, [place]),
    };

    private Hyperparameter Setting(SearchDimension dimension)
    {
        var parts = dimension.Name.Split('.', 2);
        return parts.Length == 1
            ? Training.Setting.Words(ChoiceName, 0, [.. _candidates.Select(trainer => trainer.Name)], "Which trainer learns.")
            : HyperparameterResolver.Find(TrainerCatalog.Find(parts[0]), parts[1])! with { Name = dimension.Name, Aliases = [] };
    }

    private static InvalidOperationException NotChosen() => new("No search has chosen a trainer yet.");
}
