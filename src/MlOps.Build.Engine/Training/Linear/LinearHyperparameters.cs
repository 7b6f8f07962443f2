using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>The settings of linear and logistic regression.</summary>
internal static class LinearHyperparameters
{
    public const string L1Name = "l1";
    public const string L2Name = "l2";
    public const string MaxIterationsName = "max_iterations";
    public const string ToleranceName = "tolerance";

    public static IReadOnlyList<Hyperparameter> All { get; } =
    [
        new()
        {
            Name = L1Name,
            Default = 0,
            Minimum = 0,
            Maximum = 1e12,
            Description = "Penalty on the sum of absolute coefficients of standardised features; the loss is summed over rows.",
        },
        new()
        {
            Name = L2Name,
            Default = 1,
            Minimum = 0,
            Maximum = 1e12,
            Description = "Penalty on half the sum of squared coefficients of standardised features; the loss is summed over rows.",
        },
        new()
        {
            Name = MaxIterationsName,
            Default = 500,
            Minimum = 1,
            Maximum = 1_000_000,
            Integer = true,
            Description = "Most iterations of the optimiser.",
        },
        new()
        {
            Name = ToleranceName,
            Default = 1e-7,
            Minimum = 1e-15,
            Maximum = 1,
            Description = "Training ends when no component of the gradient, divided by the rows' weight, exceeds this.",
        },
    ];
}
