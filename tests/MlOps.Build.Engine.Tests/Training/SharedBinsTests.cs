using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>What the trials of a search share, or leave out, changes no byte of a model.</summary>
public sealed class SharedBinsTests
{
    [Fact]
    public void Features_that_were_trained_on_before_give_the_bytes_that_new_ones_give()
    {
        foreach (var (trainer, task, request) in ModelBytes.Cases())
        {
            var alone = Model(trainer, request with { Train = Copy(request.Train), Validation = Copy(request.Validation) });
            foreach (var bins in new double[] { 255, 31, 63, 15, 127, 7, 255 })
            {
                var model = Model(trainer, With(request, "max_bin", bins));
                if (bins == 255)
                    model.ShouldBe(alone, $"{trainer.Name} {task}");
                Model(trainer, With(request, "max_bin", bins) with { Threads = 2 }).ShouldBe(model, $"{trainer.Name} {task} {bins}");
            }
        }
    }

    [Fact]
    public void A_validation_loss_that_decides_nothing_is_left_out_of_trials()
    {
        foreach (var (trainer, task, request) in ModelBytes.Cases())
        {
            var idle = With(request, "early_stopping_rounds", 0);
            var parts = new TrainingParts([], request.Train, request.Validation) { ShowsLoss = false };
            var watched = parts.Watched(trainer, idle.Hyperparameters);
            watched.Labels.ShouldBeEmpty();
            Model(trainer, idle with { Validation = watched }).ShouldBe(Model(trainer, idle), $"{trainer.Name} {task}");
            (parts with { ShowsLoss = true }).Watched(trainer, idle.Hyperparameters).ShouldBeSameAs(request.Validation);
            if (request.Hyperparameters.ContainsKey("early_stopping_rounds"))
                parts.Watched(trainer, With(request, "early_stopping_rounds", 5).Hyperparameters).ShouldBeSameAs(request.Validation);
        }
    }

    private static byte[] Model(ITrainer trainer, TrainingRequest request) =>
        trainer.Train(request, null, TestContext.Current.CancellationToken).Model;

    private static TrainingSet Copy(TrainingSet set) => TrainingRows.Take(set, [.. Enumerable.Range(0, set.Labels.Length)]);

    private static TrainingRequest With(TrainingRequest request, string name, double value) => !request.Hyperparameters.ContainsKey(name)
        ? request
        : request with { Hyperparameters = new Dictionary<string, double>(request.Hyperparameters) { [name] = value } };
}
