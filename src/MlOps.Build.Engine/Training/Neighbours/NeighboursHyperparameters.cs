using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Neighbours;

/// <summary>The settings of k-nearest neighbours.</summary>
internal static class NeighboursHyperparameters
{
    public const string NeighboursName = "n_neighbors";
    public const string WeightsName = "weights";
    public const string MostRowsName = "max_rows";

    public static IReadOnlyList<Hyperparameter> All { get; } =
    [
        new()
        {
            Name = NeighboursName,
            Default = 5,
            Minimum = 1,
            Maximum = 10_000,
            Integer = true,
            Description = "Training rows that are asked.",
        },
        new()
        {
            Name = WeightsName,
            Default = 0,
            Minimum = 0,
            Maximum = 1,
            Integer = true,
            Choices = ["uniform", "distance"],
            Description = "Whether neighbours count alike or by one over their distance.",
        },
        new()
        {
            Name = MostRowsName,
            Default = 10_000,
            Minimum = 1,
            Maximum = 1_000_000,
            Integer = true,
            Description = "Most training rows that the model may carry; more are an error.",
        },
    ];
}
