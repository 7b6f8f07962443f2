using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.Baseline;
using MlOps.Build.Engine.Training.Bayes;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Training.Factorization;
using MlOps.Build.Engine.Training.Forests;
using MlOps.Build.Engine.Training.Imports;
using MlOps.Build.Engine.Training.Isolation;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Engine.Training.Neighbours;
using MlOps.Build.Engine.Training.PlugIns;

namespace MlOps.Build.Engine.Training;

/// <summary>The trainers that the engine ships.</summary>
internal static class TrainerCatalog
{
    /// <summary>Name of the naive trainer that every report compares with.</summary>
    public const string Baseline = "baseline";

    public static IReadOnlyList<ITrainer> All { get; } =
    [
        new BoostedTreesTrainer(),
        new AdditiveTrainer(),
        new LogisticRegressionTrainer(),
        new LinearRegressionTrainer(),
        ForestTrainer.RandomForest,
        ForestTrainer.ExtraTrees,
        new NaiveBayesTrainer(),
        new NeighboursTrainer(),
        new FactorizationTrainer(),
        new IsolationTrainer(),
        new BaselineTrainer(),
    ];

    /// <summary>Names of the trainers that are what a configuration makes of them.</summary>
    public static IReadOnlyList<string> Configured { get; } = [CommandTrainer.TrainerName, OnnxTrainer.TrainerName, PlugInTrainer.TrainerName, EnsembleTrainer.TrainerName, AutoTrainer.TrainerName];

    /// <summary>A trainer that the engine ships.</summary>
    public static ITrainer? Find(string name) => All.FirstOrDefault(trainer => trainer.Name == name);

    /// <summary>A trainer that the engine ships or the configuration describes.</summary>
    public static ITrainer? Find(TrainingConfig config, string name) => Of(config).FirstOrDefault(trainer => trainer.Name == name);

    /// <summary>The trainers that the engine ships, and those that the configuration describes.</summary>
    public static IReadOnlyList<ITrainer> Of(TrainingConfig config)
    {
        var configured = new List<ITrainer>();
        if (config.Command is { } command)
            configured.Add(new CommandTrainer(command, config.Folder));
        if (config.Onnx is { } onnx)
            configured.Add(new OnnxTrainer(onnx, config.Folder));
        if (config.PlugIn is { } plugIn)
            configured.Add(plugIn);
        if (config.Ensemble is { } ensemble)
            configured.Add(new EnsembleTrainer(ensemble));
        if (config.Trainer == AutoTrainer.TrainerName && config.Tuning is { } tuning)
            configured.Add(new AutoTrainer(tuning.Trainers));
        return configured.Count == 0 ? All : [.. All, .. configured];
    }
}
