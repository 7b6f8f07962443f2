using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Engine.Training.Trees.Binning;
using MlOps.Build.Engine.Training.Trees.Ensembles;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>The exported graph, run by the managed interpreter, against the trainer's own scores in double.</summary>
public sealed class ExportTests
{
    [Theory]
    [InlineData("interactions", LearningTask.Binary)]
    [InlineData("credit", LearningTask.Binary)]
    [InlineData("penguins", LearningTask.Multiclass)]
    [InlineData("diamonds", LearningTask.Regression)]
    public void Exported_trees_give_the_trainers_own_scores_on_every_row(string data, LearningTask task)
    {
        var trainer = new BoostedTreesTrainer();
        var request = ExampleSet.Named(data).Request(trainer, task, 0.75, ("num_iterations", 60));
        var ensemble = BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken).Ensemble;
        var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        Compare(model, WithHoles(ExampleSet.Named(data).Features), task, row => ensemble.Scores(row));
    }

    [Fact]
    public void Trees_whose_leaves_are_all_positive_still_give_probabilities()
    {
        var leaf = Tree.Constant(0.25f);
        var ensemble = new Ensemble { InitialScores = [0.5f], Trees = [leaf], Bins = [FeatureBins.Of(new float[] { 1, 2 }, 255)] };
        var model = EnsembleExport.Write(ensemble, ScoreLink.Logistic);
        Run(model, new FeatureMatrix(1, ["f"], [1]))[1].ShouldBe((float)DeterministicMath.Sigmoid(0.75), 1e-6);
    }

    [Theory]
    [InlineData("breast_cancer", LearningTask.Binary)]
    [InlineData("wine", LearningTask.Multiclass)]
    [InlineData("diabetes", LearningTask.Regression)]
    [InlineData("diamonds", LearningTask.Regression)]
    public void Exported_linear_models_give_the_trainers_own_scores_on_every_row(string data, LearningTask task)
    {
        ITrainer trainer = task == LearningTask.Regression ? new LinearRegressionTrainer() : new LogisticRegressionTrainer();
        var request = ExampleSet.Named(data).Request(trainer, task);
        var fit = task == LearningTask.Regression
            ? LinearRegressionTrainer.Fit(request, null, TestContext.Current.CancellationToken)
            : LogisticRegressionTrainer.Fit(request, null, TestContext.Current.CancellationToken);
        var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        Compare(model, ExampleSet.Named(data).Features, task, row => fit.Model.Scores(row));
    }

    [Fact]
    public void The_baseline_gives_class_shares_or_the_mean_whatever_the_features_are()
    {
        foreach (var (trainer, task, request) in ModelBytes.Cases().Where(item => item.Trainer.Name == "baseline"))
        {
            var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
            var columns = request.Train.Features.Columns;
            var outputs = Run(model, new FeatureMatrix(2, request.Train.Features.Names, [.. Enumerable.Repeat(float.NaN, 2 * columns)]));
            double[] expected = task == LearningTask.Regression
                ? [request.Train.Labels.Average(label => (double)label)]
                : [.. Enumerable.Range(0, request.ClassCount).Select(k => request.Train.Labels.Average(label => label == k ? 1.0 : 0))];
            for (var i = 0; i < outputs.Length; i++)
                ((double)outputs[i]).ShouldBe(expected[i % expected.Length], 1e-6 * Math.Max(1, expected[0]));
        }
    }

    // Tolerances of the design: 1e-5 absolute on probabilities, 1e-4 relative on regression; where terms of a sum cancel, float32 keeps
    // digits of the terms and not of the sum.
    private static void Compare(byte[] model, FeatureMatrix features, LearningTask task, Func<float[], double[]> scores)
    {
        var outputs = Run(model, features);
        var classes = outputs.Length / features.Rows;
        var cancellation = 1e-6 * Enumerable.Range(0, features.Rows).Max(row => scores(features.Row(row).ToArray()).Max(Math.Abs));
        for (var row = 0; row < features.Rows; row++)
        {
            var expected = Outputs(scores(features.Row(row).ToArray()), task);
            for (var k = 0; k < classes; k++)
            {
                var tolerance = task == LearningTask.Regression ? (1e-4 * Math.Abs(expected[k])) + cancellation : 1e-5;
                ((double)outputs[(row * classes) + k]).ShouldBe(expected[k], tolerance);
            }
        }
    }

    private static double[] Outputs(double[] scores, LearningTask task)
    {
        if (task == LearningTask.Regression)
            return scores;
        double[] both = task == LearningTask.Binary ? [0, scores[0]] : scores;
        DeterministicMath.Softmax(both);
        return both;
    }

    private static FeatureMatrix WithHoles(FeatureMatrix features)
    {
        var values = (float[])features.Values.Clone();
        for (var i = 0; i < values.Length; i += 11)
            values[i] = float.NaN;
        return new FeatureMatrix(features.Rows, features.Names, values);
    }

    private static float[] Run(byte[] model, FeatureMatrix features)
    {
        var session = ManagedModelSession.Load(model);
        var tensor = Tensor.Create(features.Values, features.Rows, features.Columns);
        var inputs = new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = tensor };
        return ((Tensor<float>)session.Run(inputs).Values.Single()).Values;
    }
}
