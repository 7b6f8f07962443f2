using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Intervals;
using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training.Intervals;

/// <summary>Expected values: NumPy on predictions of scikit-learn, by MAPIE's published formula.</summary>
public sealed class ConformalTests
{
    public static TheoryData<string> Names => [.. ConformalCase.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Half_an_interval_is_the_error_of_the_rank_that_NumPy_takes(string name)
    {
        var expected = ConformalCase.All.Single(item => item.Name == name);
        var summary = Added(expected).Summary;
        (summary.Method, summary.Rows, summary.Rank, summary.Coverage).ShouldBe(("conformal", expected.Labels.Length, expected.Rank, expected.Coverage));
        summary.HalfWidth.ShouldBe(expected.Half, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Coverage_and_width_on_other_rows_are_those_of_NumPy(string name)
    {
        var expected = ConformalCase.All.Single(item => item.Name == name);
        var head = HeadScorer.Load(Added(expected).Model);
        var features = Column(expected.TestPredictions);
        head.Score(features).ShouldBe(expected.TestPredictions);
        var rows = new ScoredRows(
            LearningTask.Regression, 0, expected.TestLabels, expected.TestPredictions, 0.5, new RowContext { Bounds = head.Bounds(features) });
        var sample = new MetricSample(rows);
        MetricRegistry.Find("interval_coverage")!.Compute(sample).Value.ShouldBe(expected.TestCoverage, 1e-12);
        MetricRegistry.Find("interval_width")!.Compute(sample).Value.ShouldBe(expected.TestWidth, 1e-6 * expected.TestWidth);
    }

    // Of n errors and a new one in any order the new one is among the k smallest with probability k / (n + 1) (Vovk, 2012): here 18 / 20.
    [Fact]
    public void New_rows_lie_within_their_interval_as_often_as_the_theory_says()
    {
        var random = new SeededRandom(7);
        var inside = 0;
        const int Draws = 4000;
        for (var draw = 0; draw < Draws; draw++)
        {
            var labels = Enumerable.Range(0, 20).Select(_ => (float)Math.Pow(random.NextDouble(), 3)).ToArray();
            var half = Add(new float[19], labels[..19], 0.9, [])!.Value.Summary.HalfWidth;
            inside += labels[19] <= half ? 1 : 0;
        }

        (inside / (double)Draws).ShouldBe(0.9, 3 * Math.Sqrt(0.9 * 0.1 / Draws));
    }

    [Theory]
    [InlineData(8, 0.9, 9)]
    [InlineData(18, 0.95, 19)]
    [InlineData(0, 0.5, 1)]
    public void Too_few_validation_rows_are_an_error_that_says_how_many_are_needed(int rows, double coverage, int needed)
    {
        var diagnostics = new DiagnosticBag();
        Add(new float[rows], new float[rows], coverage, diagnostics).ShouldBeNull();
        diagnostics.Single().ToString().ShouldBe(FormattableString.Invariant(
            $"error MLOPS3026: intervals that hold {coverage} of new rows need at least {needed} validation rows, and there are {rows}. Give 'split' a larger 'validation', or ask for a smaller 'coverage'."));
        Add(new float[needed], [.. Enumerable.Range(0, needed).Select(i => (float)i)], coverage, []).ShouldNotBeNull().Summary.Rank.ShouldBe(needed);
    }

    [Fact]
    public void ONNX_Runtime_agrees_on_all_three_outputs_for_every_trainer()
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var cases = ModelBytes.Cases().Where(item => item.Task == LearningTask.Regression).Select(item => (
            item.Trainer.Name, Model: WithIntervals(item.Trainer, item.Request), item.Request.Validation.Features)).ToList();
        var results = OnnxRuntimeProcess.RunAll([.. cases.Select(item => (item.Model, Inputs(item.Features)))]);
        for (var i = 0; i < cases.Count; i++)
        {
            var theirs = results[i].Outputs.ShouldNotBeNull($"{cases[i].Name}: {results[i].Error}");
            var ours = ManagedModelSession.Load(cases[i].Model).Run(Inputs(cases[i].Features));
            ours.Keys.ShouldBe([ModelSignature.PredictionOutput, ModelSignature.LowerOutput, ModelSignature.UpperOutput], ignoreOrder: true);
            foreach (var name in ours.Keys)
            {
                var (actual, expected) = (((Tensor<float>)ours[name]).Values, ((Tensor<float>)theirs[name]).Values);
                ModelAgreement.ShouldHold(actual, expected, LearningTask.Regression, cases[i].Features.Rows, $"{cases[i].Name}, {name}");
            }
        }
    }

    private static byte[] WithIntervals(ITrainer trainer, TrainingRequest request)
    {
        var stop = TestContext.Current.CancellationToken;
        var model = trainer.Train(request, null, stop).Model;
        return ConformalIntervals.Add(new IntervalConfig(), model, request.Validation, new ThreadTeam(2, stop), []).ShouldNotBeNull().Model;
    }

    private static (byte[] Model, IntervalSummary Summary) Added(ConformalCase item) =>
        Add(item.Predictions, item.Labels, item.Coverage, []).ShouldNotBeNull();

    // A head that passes its feature on as the prediction.
    private static (byte[] Model, IntervalSummary Summary)? Add(float[] predictions, float[] labels, double coverage, DiagnosticBag diagnostics)
    {
        var head = new HeadGraph(1).WithPrediction(TrainerResult.FeaturesInput);
        var rows = new TrainingSet { Features = Column(predictions), Labels = labels };
        return ConformalIntervals.Add(
            new IntervalConfig { Coverage = coverage }, head, rows, new ThreadTeam(1, TestContext.Current.CancellationToken), diagnostics);
    }

    private static FeatureMatrix Column(float[] values) => new(values.Length, ["prediction"], values);

    private static Dictionary<string, Tensor> Inputs(FeatureMatrix features) =>
        new() { [TrainerResult.FeaturesInput] = Tensor.Create(features.Values, features.Rows, features.Columns) };
}
