using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>One line a trained model: trainer, task and the hash of its file.</summary>
internal static class ModelBytes
{
    public static string Of(int threads) => string.Join('\n', Cases().Select(item => Line(item.Trainer, item.Task, item.Request, threads)));

    public static IEnumerable<(ITrainer Trainer, LearningTask Task, TrainingRequest Request)> Cases()
    {
        foreach (var trainer in TrainerCatalog.All)
        {
            foreach (var (task, set) in new[]
            {
                (LearningTask.Binary, "interactions"), (LearningTask.Multiclass, "penguins"), (LearningTask.Regression, "diamonds"),
            })
            {
                if (!trainer.Supports(task))
                    continue;
                var data = trainer.HandlesMissing ? ExampleSet.Named(set) : ExampleSet.Named(set).Complete();
                yield return (trainer, task, data.Request(trainer, task, 0.75, Settings(trainer)));
            }
        }
    }

    private static (string Name, double Value)[] Settings(ITrainer trainer) => trainer.Name switch
    {
        "gradient-boosted-trees" =>
            [("num_iterations", 30), ("feature_fraction", 0.8), ("bagging_fraction", 0.7), ("bagging_freq", 2), ("lambda_l1", 0.1)],
        "generalized-additive-model" => [("num_iterations", 40), ("bagging_fraction", 0.7), ("bagging_freq", 2)],
        "k-nearest-neighbours" => [("weights", 1)],
        "isolation-forest" => [("n_estimators", 20), ("contamination", 0.1)],
        "factorization-machine" => [("num_iterations", 5)],
        "naive-bayes" or "baseline" => [],
        "random-forest" => [("n_estimators", 20), ("min_samples_leaf", 2), ("max_features", 0.5)],
        "extra-trees" => [("n_estimators", 20), ("max_depth", 12)],
        _ => [("l1", 0.5), ("max_iterations", 60)],
    };

    private static string Line(ITrainer trainer, LearningTask task, TrainingRequest request, int threads)
    {
        var model = trainer.Train(request with { Threads = threads }, null, TestContext.Current.CancellationToken).Model;
        return $"{trainer.Name} {task} {Convert.ToHexStringLower(SHA256.HashData(model))}";
    }
}
