using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Neighbours;

/// <summary>The settings of k-nearest neighbours.</summary>
internal static class NeighboursHyperparameters
{
    public const string NeighboursName = "n_neighbors";
    public const string DistanceWeightsName = "distance_weights";
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
            Name = DistanceWeightsName,
            Default = 0,
            Minimum = 0,
            Maximum = 1,
            Integer = true,
            Description = "1 weighs each neighbour by one over its distance, 0 all alike.",
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
