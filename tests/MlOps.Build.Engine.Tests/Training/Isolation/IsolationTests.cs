using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Isolation;

namespace MlOps.Build.Engine.Tests.Training.Isolation;

/// <summary>Expected values: scikit-learn's IsolationForest, means over ten forests of 500 trees, <c>Expected/make_isolation.py</c>.</summary>
public sealed class IsolationTests
{
    private const int Trees = 5000;

    // The mean of ten forests and one of ten times as many trees both scatter by a part of one forest's scatter.
    private const double Scatters = 3;

    private static readonly Values Expected = JsonSerializer.Deserialize<Values>(
        File.ReadAllText(Path.Combine(ExampleSet.Folder, "isolation.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Expected.Cases.Length)];

    [Fact]
    public void Mean_path_lengths_are_scikit_learns()
    {
        foreach (var (count, length) in Expected.Counts.Zip(Expected.Lengths))
            PathLengths.Average(count).ShouldBe(length, 1e-12, $"{count} rows");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_are_scikit_learns_within_what_forests_scatter(int number)
    {
        var expected = Expected.Cases[number];
        var set = ExampleSet.Named(expected.Data);
        var cut = set.Rows * 3 / 4;
        var train = set.Take(Enumerable.Range(0, cut)).Features;
        var test = set.Take(Enumerable.Range(cut, expected.Scores.Length)).Features;
        var team = new ThreadTeam(2, TestContext.Current.CancellationToken);
        var usual = IsolationForest.Fit(train, new IsolationSettings(Trees, expected.Samples, 0), 7, team);
        for (var row = 0; row < test.Rows; row++)
            usual.Score(test.Row(row)).ShouldBe(expected.Scores[row], Scatters * expected.Scatter, $"row {row + 1}");
        if (expected.Contamination == 0)
            return;
        var flagging = IsolationForest.Fit(train, new IsolationSettings(Trees, expected.Samples, expected.Contamination), 7, team);
        double flagged = Enumerable.Range(0, train.Rows).Count(row => flagging.Score(train.Row(row)) > 0.5);
        flagged.ShouldBe(train.Rows * expected.Contamination, 1);
        // The limit is the paper's score that has become 0.5.
        Math.Pow(2, -flagging.Middle / usual.Middle).ShouldBe(expected.Limit, Scatters * expected.Scatter);
    }

    [Fact]
    public void Labels_change_nothing()
    {
        var request = ExampleSet.Named("breast_cancer").Request(new IsolationTrainer(), LearningTask.Binary, 0.75, ("n_estimators", 20));
        var turned = request with { Train = request.Train with { Labels = Array.ConvertAll(request.Train.Labels, label => 1 - label) } };
        Model(request).ShouldBe(Model(turned));
    }

    private static byte[] Model(TrainingRequest request) => new IsolationTrainer().Train(request, null, TestContext.Current.CancellationToken).Model;

    private sealed record Values(int[] Counts, double[] Lengths, Case[] Cases);

    private sealed record Case(string Data, int Samples, double Contamination, double[] Scores, double Scatter, double Limit);
}
