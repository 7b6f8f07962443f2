using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>Those settings of boosted trees that an additive model has a use for, with smaller trees and steps.</summary>
internal static class AdditiveHyperparameters
{
    private static readonly Dictionary<string, double?> Defaults = new()
    {
        ["num_iterations"] = 2000,
        ["early_stopping_rounds"] = 50,
        ["metric"] = null,
        ["learning_rate"] = 0.05,
        ["objective"] = null,
        ["alpha"] = null,
        ["poisson_max_delta_step"] = null,
        ["tweedie_variance_power"] = null,
        ["scale_pos_weight"] = null,
        ["class_weight"] = null,
        ["num_leaves"] = 4,
        ["min_data_in_leaf"] = null,
        ["max_bin"] = null,
        ["lambda_l2"] = null,
        ["bagging_fraction"] = null,
        ["bagging_freq"] = null,
    };

    public static IReadOnlyList<Hyperparameter> All { get; } =
    [
        .. BoostingHyperparameters.All.Where(setting => Defaults.ContainsKey(setting.Name))
            .Select(setting => setting with { Default = Defaults[setting.Name] ?? setting.Default }),
    ];
}
