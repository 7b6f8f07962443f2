using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting.Objectives;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// The settings of gradient-boosted trees, by LightGBM's names and, but for the rounds, LightGBM's defaults; the other names are LightGBM's
/// aliases and those of XGBoost and scikit-learn.
/// </summary>
internal static class BoostingHyperparameters
{
    public static IReadOnlyList<Hyperparameter> All { get; } = [.. Rounds(), .. Loss(), .. Shape(), .. Penalties(), .. Categories(), .. Sampling()];

    private static Hyperparameter[] Rounds() =>
    [
        Setting.Whole("num_iterations", 500, 1, 100_000, "Most boosting rounds; each adds one tree, or one tree a class.") with
        {
            Aliases = ["n_estimators", "num_boost_round", "num_round", "num_rounds", "num_trees", "nrounds", "n_iter", "max_iter"],
        },
        Setting.Whole("early_stopping_rounds", 30, 0, 100_000, "Rounds without a better validation loss before training ends; 0 never ends early.") with
        {
            Aliases = ["early_stopping_round", "n_iter_no_change"],
        },
        new Hyperparameter
        {
            Name = "metric",
            Default = 0,
            Minimum = 0,
            Maximum = StoppingMetric.Names.Count - 1,
            Integer = true,
            Choices = StoppingMetric.Names,
            Aliases = ["metrics", "metric_types", "eval_metric", "scoring"],
            Description = "What of the validation rows says which round is the best; `auto` is the loss. Metrics that need a threshold take 0.5.",
        },
        Setting.Real("learning_rate", 0.1, 1e-6, 1, "What each tree's contribution is multiplied by.") with { Aliases = ["eta", "shrinkage_rate"] },
    ];

    private static Hyperparameter[] Loss() =>
    [
        new Hyperparameter
        {
            Name = "objective",
            Default = 0,
            Minimum = 0,
            Maximum = ObjectiveCatalog.Names.Count - 1,
            Integer = true,
            Choices = ObjectiveCatalog.Names,
            Aliases = ["loss", "application"],
            Description = "The loss; `auto` takes the task's: log loss or squared error.",
        },
        Setting.Real("alpha", 0.9, 1e-6, 1e12, "The quantile of `quantile`, below 1, or the error from which `huber` is linear."),
        Setting.Real("poisson_max_delta_step", 0.7, 1e-6, 100, "How much `poisson` shortens its steps: second derivatives are multiplied by e to its power."),
        Setting.Real("tweedie_variance_power", 1.5, 1.000001, 1.999999, "The power of the mean that `tweedie`'s variance is: near 1 Poisson, near 2 gamma."),
        Setting.Real("scale_pos_weight", 1, 1e-6, 1e12, "How much a positive training row weighs, in a binary task."),
        new Hyperparameter
        {
            Name = "class_weight",
            Default = 0,
            Minimum = 0,
            Maximum = 1,
            Integer = true,
            Choices = ["none", "balanced"],
            Description = "With `balanced` each class has the same weight in training: rows / (classes x rows of the class) a row.",
        },
    ];

    private static Hyperparameter[] Shape() =>
    [
        Setting.Whole("num_leaves", 31, 2, 65_536, "Most leaves of a tree.") with { Aliases = ["num_leaf", "max_leaves", "max_leaf", "max_leaf_nodes"] },
        Setting.Whole("max_depth", -1, -1, 1_000, "Most splits between root and leaf; 0 and below is no limit."),
        Setting.Whole("min_data_in_leaf", 20, 1, 1_000_000_000, "Fewest training rows in a leaf.") with
        {
            Aliases = ["min_child_samples", "min_samples_leaf", "min_data", "min_data_per_leaf"],
        },
        Setting.Real("min_sum_hessian_in_leaf", 1e-3, 0, 1e12, "Smallest sum of second derivatives in a leaf.") with
        {
            Aliases = ["min_child_weight", "min_sum_hessian", "min_hessian", "min_sum_hessian_per_leaf"],
        },
        Setting.Whole("max_bin", 255, 2, 255, "Most bins a feature, missing values included.") with { Aliases = ["max_bins"] },
    ];

    private static Hyperparameter[] Penalties() =>
    [
        Setting.Real("lambda_l1", 0, 0, 1e12, "L1 penalty on leaf values.") with { Aliases = ["reg_alpha", "l1_regularization"] },
        Setting.Real("lambda_l2", 0, 0, 1e12, "L2 penalty on leaf values.") with { Aliases = ["reg_lambda", "lambda", "l2_regularization"] },
        Setting.Real("min_gain_to_split", 0, 0, 1e12, "Smallest loss reduction for which a leaf is split.") with
        {
            Aliases = ["gamma", "min_split_loss", "min_split_gain"],
        },
    ];

    private static Hyperparameter[] Categories() =>
    [
        Setting.Real("cat_smooth", 10, 0, 1e12, "Added to a category's hessian where categories are put in order."),
        Setting.Real("cat_l2", 10, 0, 1e12, "L2 penalty added where sets of categories are compared."),
        Setting.Whole("max_cat_threshold", 32, 1, 254, "Most categories on one side of a split."),
        Setting.Whole("max_cat_to_onehot", 4, 1, 254, "With so few categories in a leaf each is compared with all others."),
        Setting.Whole("min_data_per_group", 100, 1, 1_000_000_000, "Fewest rows of a leaf with which a category may go left."),
    ];

    private static Hyperparameter[] Sampling() =>
    [
        Setting.Real("feature_fraction", 1, 1e-3, 1, "Share of the features drawn for each tree.") with { Aliases = ["colsample_bytree", "sub_feature"] },
        Setting.Real("bagging_fraction", 1, 1e-3, 1, "Share of the training rows drawn, without replacement.") with { Aliases = ["subsample", "sub_row"] },
        Setting.Whole("bagging_freq", 0, 0, 100_000, "Rounds between two draws of rows; 0 uses all rows always.") with { Aliases = ["subsample_freq"] },
    ];
}
