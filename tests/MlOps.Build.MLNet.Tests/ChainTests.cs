using System.IO.Compression;
using Microsoft.ML;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet.Tests;

/// <summary>Chains of one's own: what becomes a model, and what is refused.</summary>
public sealed class ChainTests
{
    [Fact]
    public void A_chain_that_scales_before_it_learns_is_one_graph()
    {
        var trainer = new Own(ml => ml.Transforms.NormalizeMeanVariance(MLNetColumns.Features, fixZero: false)
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(MLNetColumns.Label, MLNetColumns.Features)));

        Train(trainer, LearningTask.Binary).Metrics.Values.Single().ShouldBeLessThan(1e-5);
    }

    [Fact]
    public void A_chain_without_a_trainer_is_refused() =>
        Refused(new Own(ml => ml.Transforms.NormalizeMinMax(MLNetColumns.Features)), "MLOPS3063", "gives no column 'Score'");

    [Fact]
    public void A_chain_that_has_no_ONNX_form_is_refused() =>
        Refused(new Own(ml => ml.BinaryClassification.Trainers.Gam(MLNetColumns.Label, MLNetColumns.Features)), "MLOPS3064", "as an ONNX graph");

    [Fact]
    public void A_chain_that_reads_the_label_when_it_predicts_is_refused() =>
        Refused(
            new Own(ml => ml.Transforms.Conversion.ConvertType("Leak", MLNetColumns.Label)
                .Append(ml.Transforms.Concatenate(MLNetColumns.Features, MLNetColumns.Features, "Leak"))
                .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(MLNetColumns.Label, MLNetColumns.Features))),
            "MLOPS3064",
            "'Label', which nobody has when it predicts");

    [Fact]
    public void A_graph_that_predicts_something_else_than_the_chain_is_refused()
    {
        var request = Requests.Of(new FastTreeTrainer(), LearningTask.Regression);
        var ml = new MLContext(1);
        var view = Example.View(ml, request.Train, request.Task, 0);
        var fitted = FittedChain.Fit(ml, ml.Regression.Trainers.FastTree(MLNetColumns.Label, MLNetColumns.Features, numberOfTrees: 3), view, view, request);
        var other = FittedChain.Fit(ml, ml.Regression.Trainers.FastTree(MLNetColumns.Label, MLNetColumns.Features, numberOfTrees: 4), view, view, request);
        var graph = Inference.ManagedModelSession.Load(OnnxHead.Of(ml, other, view, request));

        var exception = Should.Throw<TrainingFailedException>(() => GraphCheck.Largest(graph, fitted, view, request.Train, "training"));
        exception.Code.ShouldBe("MLOPS3065");
        exception.Message.ShouldStartWith("training row 1: the ML.NET model predicts ");
    }

    [Fact]
    public void The_hash_of_a_model_file_does_not_depend_on_its_times()
    {
        using var now = Zip(DateTimeOffset.UnixEpoch.AddYears(30), "one", "two");
        using var later = Zip(DateTimeOffset.UnixEpoch.AddYears(40), "two", "one");
        using var other = Zip(DateTimeOffset.UnixEpoch.AddYears(30), "one", "three");

        ModelZip.Hash(later).ShouldBe(ModelZip.Hash(now));
        ModelZip.Hash(other).ShouldNotBe(ModelZip.Hash(now));
    }

    private static MemoryStream Zip(DateTimeOffset time, params string[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in entries)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = time;
                using var content = entry.Open();
                content.WriteByte((byte)name.Length);
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static TrainerResult Train(ITrainer trainer, LearningTask task) =>
        trainer.Train(Requests.Of(trainer, task), null, TestContext.Current.CancellationToken);

    private static void Refused(ITrainer trainer, string code, string words)
    {
        var exception = Should.Throw<TrainingFailedException>(() => Train(trainer, LearningTask.Binary));
        exception.Code.ShouldBe(code);
        exception.Message.ShouldContain(words);
    }

    private sealed class Own(Func<MLContext, IEstimator<ITransformer>> chain) : MLNetTrainer
    {
        public override string Name => "own";

        public override string DisplayName => "own";

        protected override IEstimator<ITransformer> Chain(MLContext ml, TrainingRequest request) => chain(ml);
    }
}
