using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Tests.Configuration;

/// <summary>What is proposed for a table without a configuration.</summary>
public sealed class TrainingConfigDefaultTests
{
    private static readonly string Csv = "day,name,grade,size,ok\n" + string.Concat(Enumerable.Range(0, 30).Select(i =>
        $"2020-01-{i + 1:00},{"abc"[i % 3]},{i % 4},{i}.5,{(i % 2 == 0 ? "yes" : "no")}\n"));

    [Theory]
    [InlineData(null, LearningTask.Binary)]
    [InlineData("ok", LearningTask.Binary)]
    [InlineData("name", LearningTask.Multiclass)]
    [InlineData("grade", LearningTask.Multiclass)]
    [InlineData("size", LearningTask.Regression)]
    public void The_task_follows_from_the_label(string? label, LearningTask task)
    {
        var table = Tables.Csv(Csv);
        var config = TrainingConfigFile.Default(table, Tables.Schema(table), label);
        config.Task.ShouldBe(task);
        config.Label.Column.ShouldBe(label ?? "ok");
        Tables.Config(TrainingConfigFile.Write(config)).Task.ShouldBe(task);
    }

    [Fact]
    public void Of_two_values_the_later_is_written_down_as_positive()
    {
        var table = Tables.Csv(Csv);
        TrainingConfigFile.Default(table, Tables.Schema(table), "ok").Label.Positive.ShouldBe(["yes"]);
    }

    [Fact]
    public void A_single_complete_date_makes_a_split_by_time()
    {
        var table = Tables.Csv(Csv);
        var split = TrainingConfigFile.Default(table, Tables.Schema(table), null).Split;
        (split.Method, split.Column).ShouldBe((SplitMethod.Time, "day"));
    }

    [Fact]
    public void Two_dates_or_a_missing_one_make_none()
    {
        var two = Tables.Csv("a,b,y\n2020-01-01,2020-01-01,k\n2020-01-02,2020-01-02,l\n");
        TrainingConfigFile.Default(two, Tables.Schema(two), null).Split.Method.ShouldBe(SplitMethod.Stratified);
        var gap = Tables.Csv(Csv.Replace("2020-01-05", "", StringComparison.Ordinal));
        TrainingConfigFile.Default(gap, Tables.Schema(gap), "size").Split.Method.ShouldBe(SplitMethod.Random);
    }
}
