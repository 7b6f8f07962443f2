using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

/// <summary>Expected values: the best round by scikit-learn's metrics of its own rounds, <c>Expected/make_stopping.py</c>.</summary>
public sealed class StoppingMetricTests
{
    private static readonly Values Expected = JsonSerializer.Deserialize<Values>(
        File.ReadAllText(Path.Combine(ExampleSet.Folder, "stopping.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    public static TheoryData<string, string> Cases => [.. Expected.Sets.SelectMany(set => set.Best.Keys.Select(metric => (set.Data, metric)))];

    // Three classes: LightGBM's hessian is 3/2 of scikit-learn's, which a learning rate 3/2 as large undoes.
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_best_round_is_the_one_that_the_metric_says(string data, string metric)
    {
        var task = TaskOf(data);
        var request = Request(data, task, metric, ("num_iterations", Expected.Rounds), ("early_stopping_rounds", Expected.Rounds), ("learning_rate", task == LearningTask.Multiclass ? 0.15 : 0.1));
        new BoostedTreesTrainer().Problem(request).ShouldBeNull();
        var result = BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken);
        result.BestStep.ShouldBe(Expected.Sets.Single(set => set.Data == data).Best[metric].Round);
    }

    [Fact]
    public void A_metric_of_another_task_is_refused_with_those_that_suit() =>
        new BoostedTreesTrainer().Problem(Request("steps_two", LearningTask.Binary, "rmse")).ShouldBe(
            "'metric: rmse' does not judge this task. Metrics: auto, auc, pr_auc, log_loss, brier, accuracy, balanced_accuracy, f1, mcc.");

    [Fact]
    public void A_metric_without_a_value_on_the_validation_rows_is_refused()
    {
        var request = Request("steps_two", LearningTask.Binary, "auc");
        var validation = request.Validation with { Labels = new float[request.Validation.Labels.Length] };
        new BoostedTreesTrainer().Problem(request with { Validation = validation })!.ShouldStartWith("'metric: auc' has no value on the validation rows: ");
    }

    private static TrainingRequest Request(string data, LearningTask task, string metric, params (string Name, double Value)[] settings) =>
        ExampleSet.Named(data).Request(new BoostedTreesTrainer(), task, 0.75, [.. settings, ("metric", StoppingMetric.Names.ToList().IndexOf(metric))]);

    private static LearningTask TaskOf(string data) => data switch
    {
        "steps_two" => LearningTask.Binary,
        "steps_three" => LearningTask.Multiclass,
        _ => LearningTask.Regression,
    };

    private sealed record Values(int Rounds, SetValues[] Sets);

    private sealed record SetValues(string Data, Dictionary<string, BestRound> Best);

    private sealed record BestRound(int Round, double Lead);
}
