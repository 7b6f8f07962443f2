using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Baseline;
using MlOps.Build.Engine.Training.Bayes;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Forests;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Engine.Training.Neighbours;

namespace MlOps.Build.Engine.Training;

/// <summary>The trainers that the engine ships.</summary>
internal static class TrainerCatalog
{
    /// <summary>Name of the naive trainer that every report compares with.</summary>
    public const string Baseline = "baseline";

    public static IReadOnlyList<ITrainer> All { get; } =
    [
        new BoostedTreesTrainer(),
        new LogisticRegressionTrainer(),
        new LinearRegressionTrainer(),
        ForestTrainer.RandomForest,
        ForestTrainer.ExtraTrees,
        new NaiveBayesTrainer(),
        new NeighboursTrainer(),
        new BaselineTrainer(),
    ];

    public static ITrainer? Find(string name) => All.FirstOrDefault(trainer => trainer.Name == name);
}
