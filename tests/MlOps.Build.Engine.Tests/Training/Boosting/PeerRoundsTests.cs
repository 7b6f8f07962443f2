using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Boosting.Objectives;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

/// <summary>
/// Losses, constraints and categories, round after round, where every value has its bin: scikit-learn's histogram boosting, and XGBoost's
/// for Tweedie's loss and monotone constraints, which sums in float32.
/// </summary>
public sealed class PeerRoundsTests
{
    private static readonly (string Name, double Value)[] Common =
        [("early_stopping_rounds", 0), ("num_leaves", 15), ("min_sum_hessian_in_leaf", 1e-3), ("poisson_max_delta_step", 1e-6)];

    public static TheoryData<string> Names => [.. BoostingValues.All.Rounds.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_round_is_the_peers(string name)
    {
        var expected = BoostingValues.All.Rounds.Single(item => item.Name == name);
        var steps = BoostedTreesTrainer.Boost(RequestOf(expected), null, TestContext.Current.CancellationToken).Steps;
        steps.Count.ShouldBe(expected.Losses.Length);
        var tolerance = name is "tweedie" or "monotone" ? 1e-4 : 1e-6;
        for (var i = 0; i < steps.Count; i++)
            steps[i].ValidationLoss.ShouldBe(expected.Losses[i], tolerance * Math.Abs(expected.Losses[i]), $"round {i + 1}");
    }

    private static TrainingRequest RequestOf(BoostingValues.NamedRounds item)
    {
        var settings = new Dictionary<string, double>(Common.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        foreach (var (name, value) in SettingsOf(item.Name).Append(("num_iterations", item.Losses.Length)))
            settings[name] = value;
        var request = ExampleSet.Named(item.Data).Request(
            new BoostedTreesTrainer(), LearningTask.Regression, 0.75, [.. settings.Select(pair => (pair.Key, pair.Value))]);
        return item.Name switch
        {
            "monotone" => request with { Monotone = [1, 0, -1, 1, 0] },
            "interactions" => request with { Interactions = [[0, 2], [1, 3], [4]] },
            "categories" => request with { Train = Coded(request.Train), Validation = Coded(request.Validation) },
            _ => request,
        };
    }

    private static (string Name, double Value)[] SettingsOf(string name) => name switch
    {
        "absolute error" => [Objective("regression_l1")],
        "quantile" => [Objective("quantile"), ("alpha", 0.8)],
        "poisson" => [Objective("poisson")],
        "tweedie" => [Objective("tweedie"), ("tweedie_variance_power", 1.4), ("min_sum_hessian_in_leaf", 5), ("min_data_in_leaf", 1)],
        "categories" => [("cat_l2", 0), ("max_cat_threshold", 254), ("max_cat_to_onehot", 1), ("min_data_per_group", 10), ("num_leaves", 4)],
        _ => [],
    };

    private static (string Name, double Value) Objective(string name) => ("objective", ObjectiveCatalog.Names.ToList().IndexOf(name));

    private static TrainingSet Coded(TrainingSet set) => set with
    {
        Features = new FeatureMatrix(set.Features.Rows, set.Features.Names, set.Features.Values) { Categories = [30, 9, 0] },
    };
}
