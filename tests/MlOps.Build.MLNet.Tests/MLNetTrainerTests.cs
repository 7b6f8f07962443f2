using MlOps.Build.Contracts;
using MlOps.Build.Inference;
using MlOps.Build.Inference.OnnxRuntime;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.MLNet.Tests;

/// <summary>
/// Each trainer and task on Microsoft.ML itself. That the graph predicts what ML.NET predicts is held by the trainer, on every row; here ONNX Runtime
/// has to agree, too, and the model to have learned something.
/// </summary>
public sealed class MLNetTrainerTests
{
    private static readonly ITrainer[] Trainers = [new FastTreeTrainer(), new LightGbmTrainer(), new SdcaTrainer(), new AveragedPerceptronTrainer()];

    public static TheoryData<string, LearningTask> Cases
    {
        get
        {
            var cases = new TheoryData<string, LearningTask>();
            foreach (var trainer in Trainers)
            {
                foreach (var task in Enum.GetValues<LearningTask>().Where(trainer.Supports))
                    cases.Add(trainer.Name, task);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ONNX_Runtime_predicts_what_the_interpreter_does_and_the_model_has_learned(string name, LearningTask task)
    {
        var request = Requests.Of(Find(name), task);
        var result = Train(name, request);
        var ours = Predict(ManagedModelSession.Load(result.Model), request.Validation.Features);

        result.Metrics["largest difference between ML.NET and ONNX"].ShouldBeLessThan(task == LearningTask.Regression ? 1e-4 : 1e-5);
        Error(ours, request.Validation.Labels, task).ShouldBeLessThan(0.75 * Error(Constant(request), request.Validation.Labels, task));
        using var session = OnnxRuntimeSession.Load(result.Model, new OnnxRuntimeOptions { LibraryPath = OnnxRuntimeLibraryFile.Path });
        var theirs = Predict(session, request.Validation.Features);
        for (var i = 0; i < ours.Length; i++)
            ((double)ours[i]).ShouldBe(theirs[i], task == LearningTask.Regression ? 1e-4 * Math.Abs(theirs[i]) : 1e-5);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_seed_gives_the_same_bytes_and_the_same_entries(string name, LearningTask task)
    {
        var (first, second) = (new Said(), new Said());
        var one = Train(name, Requests.Of(Find(name), task), first);
        var other = Train(name, Requests.Of(Find(name), task) with { Threads = 1 }, second);

        other.Model.ShouldBe(one.Model);
        second.Lines.ShouldBe(first.Lines);
        first.Lines.ShouldHaveSingleItem().ShouldMatch("^model.zip [0-9a-f]{64} ");
    }

    [Theory]
    [InlineData("mlnet-fast-tree")]
    [InlineData("mlnet-light-gbm")]
    [InlineData("mlnet-sdca")]
    public void Weights_of_rows_count(string name)
    {
        var plain = Train(name, Requests.Of(Find(name), LearningTask.Binary));
        var weighted = Train(name, Requests.Of(Find(name), LearningTask.Binary, weighted: true));

        weighted.Model.ShouldNotBe(plain.Model);
    }

    [Fact]
    public void Every_setting_of_every_trainer_changes_the_model()
    {
        foreach (var trainer in Trainers)
        {
            var plain = Train(trainer.Name, Requests.Of(trainer, LearningTask.Binary)).Model;
            foreach (var setting in trainer.Hyperparameters)
            {
                var other = Requests.Of(trainer, LearningTask.Binary, settings: (setting.Name, Another(setting)));
                Train(trainer.Name, other).Model.ShouldNotBe(plain, $"{trainer.Name}: {setting.Name}");
            }
        }
    }

    [Fact]
    public void What_a_trainer_cannot_do_it_says_before()
    {
        var perceptron = new AveragedPerceptronTrainer();
        perceptron.Supports(LearningTask.Regression).ShouldBeFalse();
        perceptron.Problem(Requests.Of(perceptron, LearningTask.Binary, weighted: true)).ShouldNotBeNull().ShouldContain("no weights");
        var lists = Requests.Of(Trainers[0], LearningTask.Regression);
        Trainers[0].Problem(lists with { Train = lists.Train with { Lists = new int[1200] } }).ShouldNotBeNull().ShouldContain("no order within lists");
        Trainers[0].Problem(lists).ShouldBeNull();
    }

    private static double Another(Hyperparameter setting) => setting.Name switch
    {
        "feature_fraction" => 0.5,
        "max_bin" => 15,
        "max_iterations" => 2,
        "l1" or "l2" => 0.1,
        "lambda_l1" or "lambda_l2" => 5,
        "learning_rate" => 0.05,
        _ => Math.Max(setting.Minimum, Math.Floor(setting.Default / 2)),
    };

    private static ITrainer Find(string name) => Trainers.Single(trainer => trainer.Name == name);

    private static TrainerResult Train(string name, TrainingRequest request, IProgress<TrainingProgress>? progress = null) =>
        Find(name).Train(request, progress, TestContext.Current.CancellationToken);

    private static float[] Predict(IModelSession session, FeatureMatrix features) =>
        ((Tensor<float>)session.Run(new Dictionary<string, Tensor>
        {
            [TrainerResult.FeaturesInput] = Tensor.Create(features.Values, features.Rows, features.Columns),
        }).Values.Single()).Values;

    // Mean squared error, or log loss.
    private static double Error(float[] predicted, float[] labels, LearningTask task)
    {
        var width = predicted.Length / labels.Length;
        return labels.Select((label, row) => task == LearningTask.Regression
            ? Math.Pow(predicted[row] - label, 2)
            : -Math.Log(Math.Max(predicted[(row * width) + (int)label], 1e-7))).Average();
    }

    private static float[] Constant(TrainingRequest request)
    {
        var labels = request.Validation.Labels;
        return request.Task == LearningTask.Regression
            ? [.. labels.Select(_ => labels.Average())]
            : [.. labels.SelectMany(_ => Enumerable.Range(0, request.ClassCount).Select(c => (float)labels.Count(label => label == c) / labels.Length))];
    }

    private sealed class Said : IProgress<TrainingProgress>
    {
        public List<string> Lines { get; } = [];

        public void Report(TrainingProgress value) => Lines.Add(value.Text.ShouldNotBeNull());
    }
}
