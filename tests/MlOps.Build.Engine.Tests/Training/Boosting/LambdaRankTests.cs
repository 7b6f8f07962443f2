using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Boosting.Objectives;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

/// <summary>Derivatives by the formulas of Burges (2010) with LightGBM's norm, worked out in Python; order against XGBoost's rank:ndcg.</summary>
public sealed class LambdaRankTests
{
    private const double Lists = 240;

    [Fact]
    public void Two_rows_of_equal_scores_pull_each_other_apart_by_what_their_exchange_changes()
    {
        var (loss, gradients, hessians) = Evaluate([1, 0], [0, 0], [7, 7]);
        loss.ShouldBe(0);
        gradients.ShouldBe([-0.22659823629063455, 0.22659823629063455], 1e-14);
        hessians.ShouldBe([0.11329911814531728, 0.11329911814531728], 1e-14);
    }

    [Fact]
    public void Rows_of_several_lists_are_pulled_by_those_of_their_own()
    {
        // The rows a, b and c of one list stand between rows of others.
        var (loss, gradients, hessians) = Evaluate([0, 2, 0, 0, 1], [9, 0.5, 1, 4, -0.3], [1, 2, 2, 3, 2]);
        gradients.ShouldBe([0, -0.40375663532352385, 0.4593059465247452, 0, -0.05554931120122141], 1e-14);
        hessians.ShouldBe([0, 0.16114449971897987, 0.15977672483990016, 0, 0.03710208792035172], 1e-14);
        // Three lists, two of which have no order to learn; the sum is scaled so that the mean over five rows is that over lists.
        loss.ShouldBe(0.3409981951975867 * 5 / 3, 1e-14);
    }

    [Fact]
    public void Unseen_lists_are_ordered_as_well_as_by_XGBoost()
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "lists.json"))).RootElement.GetProperty("ranked").GetDouble();
        var (train, test) = Sets();
        var request = ExampleSet.Named("lists").Request(
            new BoostedTreesTrainer(), LearningTask.Regression, 1, Objective, ("num_iterations", 60), ("num_leaves", 15), ("early_stopping_rounds", 0)) with
        {
            Train = train,
            Validation = test,
        };
        var result = BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken);
        result.Steps[^1].ValidationLoss.ShouldBeLessThan(result.Steps[0].ValidationLoss);
        var scores = Enumerable.Range(0, test.Labels.Length).Select(row => result.Ensemble.Scores(test.Features.Row(row))[0]).ToArray();
        test.Lists!.Distinct().Average(list => Ndcg(list, test, scores)).ShouldBeGreaterThan(expected - 0.01);
    }

    [Theory]
    [InlineData("", "'objective: lambdarank' orders rows within lists. Name their column: 'evaluation: { ranking: { group: Query } }'.")]
    [InlineData("evaluation: { ranking: { group: width } }", "'objective: lambdarank' takes whole relevances from 0 to 31.")]
    public void What_cannot_be_ordered_is_refused(string setting, string expected)
    {
        using var model = new TinyModel();
        model.Write("data.csv", "width,height,grade\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i % 10},{i * 7 % 31},{(i * i % 11 % 5) / 2.0}\n")));
        model.Write("training-config.yaml", "task: regression\nlabel: grade\nhyperparameters: { objective: lambdarank }\n" + setting + "\n");
        model.RunTo(StageNames.Report).Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldContain(line => line.Contains(expected));
    }

    [Fact]
    public void The_lists_of_the_configuration_reach_the_training()
    {
        using var model = new TinyModel();
        model.Write("data.csv", "query,height,grade\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i / 10},{i * 7 % 31},{((i * 7 % 31) + (i * 11 % 17)) / 12}\n")));
        model.Write("training-config.yaml", """
            task: regression
            label: grade
            split: { by: group, column: query }
            hyperparameters: { objective: lambdarank, min_data_in_leaf: 5 }
            evaluation: { ranking: { group: query } }

            """);
        model.RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        var evaluation = JsonSerializer.Deserialize(
            File.ReadAllBytes(model.File("obj/mlops/evaluate/evaluation.json")), ContractsJson.Default.EvaluationSummary)!;
        evaluation.Metrics.Single(metric => metric.Name == "ndcg_at_10").Value!.Value.ShouldBeGreaterThan(0.85);
    }

    private static (string Name, double Value) Objective => ("objective", ObjectiveCatalog.Names.ToList().IndexOf("lambdarank"));

    private static (double Loss, double[] Gradients, double[] Hessians) Evaluate(float[] labels, double[] scores, int[] lists)
    {
        var set = new TrainingSet { Features = new FeatureMatrix(labels.Length, [], []), Labels = labels, Lists = lists };
        double[] gradients = new double[labels.Length], hessians = new double[labels.Length];
        var objective = new LambdaRank();
        // By two ranges of rows, as two threads would.
        var middle = labels.Length / 2;
        var loss = objective.Evaluate(set, scores, 0, middle, gradients, hessians)
            + objective.Evaluate(set, scores, middle, labels.Length, gradients, hessians);
        return (loss, gradients, hessians);
    }

    private static (TrainingSet Train, TrainingSet Test) Sets()
    {
        var all = ExampleSet.Named("lists").All();
        var rows = Enumerable.Range(0, all.Labels.Length).ToLookup(row => all.Features.Row(row)[0] < Lists * 3 / 4);
        return (Take(all, [.. rows[true]]), Take(all, [.. rows[false]]));
    }

    // The first column is the list, which is no feature.
    private static TrainingSet Take(TrainingSet all, int[] rows) => new()
    {
        Features = new FeatureMatrix(
            rows.Length, [.. all.Features.Names.Skip(1)], [.. rows.SelectMany(row => all.Features.Row(row)[1..].ToArray())]),
        Labels = Array.ConvertAll(rows, row => all.Labels[row]),
        Lists = Array.ConvertAll(rows, row => (int)all.Features.Row(row)[0]),
    };

    // As make_lists.py has it: the best 10, and 1 for a list without anything relevant.
    private static double Ndcg(int list, TrainingSet set, double[] scores)
    {
        var rows = Enumerable.Range(0, scores.Length).Where(row => set.Lists![row] == list).ToList();
        double Gain(IEnumerable<int> order) => order.Take(10).Select((row, place) => (Math.Pow(2, set.Labels[row]) - 1) / Math.Log2(place + 2)).Sum();
        var best = Gain(rows.OrderByDescending(row => set.Labels[row]));
        return best > 0 ? Gain(rows.OrderByDescending(row => scores[row])) / best : 1;
    }
}
