using System.Globalization;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Slices;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class RowWeightTests
{
    [Fact]
    public void I_can_weigh_rows_by_a_column()
    {
        using var model = new TinyModel();
        model.Write("data.csv", Data());
        model.Write("training-config.yaml", TinyModel.Configuration + "split: random\nevaluation: { weight: exposure }\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();

        var evaluation = Read(model, "evaluate/evaluation.json", ContractsJson.Default.EvaluationSummary);
        evaluation.Weight.ShouldBe("exposure");
        evaluation.Metrics.Metric("accuracy").Value.ShouldNotBeNull().ShouldBe(WeightedAccuracy(model), 1e-12);
        Read(model, "features/signature.json", ContractsJson.Default.ModelSignature).Inputs.ShouldNotContain(input => input.Name == "exposure");
        Read(model, "features/features.json", ContractsJson.Default.FeatureSummary).Excluded
            .ShouldContain(column => column.Column == "exposure" && column.Reason == "the weight of rows");
        File.ReadAllText(model.File("bin/mlops/report.md")).ShouldContain("Rows count in metrics as much as 'exposure' says");
    }

    [Fact]
    public void Rows_of_equal_weight_are_judged_like_rows_without()
    {
        var (labels, scores) = Samples.Noisy(300, 0.5, 1);
        var request = Samples.Request(labels, scores) with
        {
            References = [new ReferenceScores { Name = "other", DisplayName = "other", Scores = Samples.TwoColumns(Samples.Noisy(300, 0.2, 2).Positive) }],
            Slices = [new SliceColumn("Size", [.. labels.Select((_, row) => row % 3 == 0 ? "Small" : "Large")])],
        };
        var plain = Samples.Evaluate(request);
        var weighted = Samples.Evaluate(request with { Weights = [.. labels.Select(_ => 1.0)] });
        weighted.Metrics.ShouldBe(plain.Metrics);
        weighted.References[0].Differences.ShouldBe(plain.References[0].Differences);
        weighted.Slices[0].Metrics.ShouldBe(plain.Slices[0].Metrics);
    }

    [Fact]
    public void Rows_that_weigh_nothing_change_no_value()
    {
        var (labels, scores) = Samples.Noisy(200, 0.5, 1);
        var (more, others) = Samples.Noisy(50, 0, 2);
        var alone = Samples.Evaluate(Samples.Request(labels, scores));
        var padded = Samples.Evaluate(Samples.Request([.. labels, .. more], [.. scores, .. others]) with
        {
            Weights = [.. labels.Select(_ => 1.0), .. more.Select(_ => 0.0)],
        });
        foreach (var metric in alone.Metrics.Where(metric => metric.Name != "ece_mass"))
            padded.Metrics.Metric(metric.Name).Value.ShouldNotBeNull().ShouldBe(metric.Value!.Value, 1e-12, metric.Name);
    }

    [Theory]
    [InlineData("1,2,-0.5,1", "c.yaml(3,15): error MLOPS4145: 'w' is below 0 at t.csv(4); a weight is a number from 0. 1 of 4 test rows.")]
    [InlineData("1,,,1", "c.yaml(3,15): error MLOPS4145: 'w' is empty at t.csv(3); a weight is a number from 0. 2 of 4 test rows.")]
    [InlineData("0,0,0,0", "c.yaml(3,15): error MLOPS4145: 'w' is 0 in all 4 test rows, so nothing counts.")]
    [InlineData("0,0,3,0", null)]
    public void A_weight_is_a_number_from_0(string weights, string? expected)
    {
        var diagnostics = new DiagnosticBag();
        var table = Tables.Csv("y,w\n" + string.Concat(weights.Split(',').Select((weight, row) => $"{row},{weight}\n")));
        var read = RowWeights.OfMetrics(Config("w"), table, diagnostics).Of([0, 1, 2, 3], "test");
        (read is null).ShouldBe(expected is not null);
        if (expected is not null)
            Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("Site", "MLOPS4144: 'Site' has the type String and cannot be 'evaluation.weight'.")]
    [InlineData("y", "MLOPS4144: 'y' is the label and cannot be 'evaluation.weight'.")]
    [InlineData("wieght", "'evaluation.weight' names the column 'wieght', which the data does not have. Did you mean 'weight'?")]
    public void A_column_that_cannot_weigh_is_one_error(string column, string expected)
    {
        var diagnostics = new DiagnosticBag();
        var table = Tables.Csv("y,Site,weight\n1,a,2.5\n");
        ConfigChecker.CheckColumns(Config(column), Tables.Schema(table), diagnostics).ShouldBeFalse();
        Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public void A_weight_is_written_and_read() =>
        Tables.Config(TrainingConfigFile.Write(Config("Exposure: a"))).Evaluation.Weight.ShouldBe("Exposure: a");

    private static TrainingConfig Config(string column) =>
        Tables.Config($"task: regression\nlabel: y\nevaluation: {{ weight: '{column}' }}\n");

    private static double WeightedAccuracy(TinyModel model)
    {
        double right = 0, all = 0;
        foreach (var line in File.ReadLines(model.File("obj/mlops/evaluate/predictions.csv")).Skip(1))
        {
            var cells = line.Split(',');
            var weight = Weight(int.Parse(cells[1], CultureInfo.InvariantCulture) - 2);
            var positive = float.Parse(cells[4], CultureInfo.InvariantCulture) >= 0.5;
            right += positive == (cells[2] == "yes") ? weight : 0;
            all += weight;
        }

        return right / all;
    }

    private static int Weight(int row) => row % 7;

    private static string Data()
    {
        var text = new StringBuilder("width,height,exposure,good\n");
        for (var row = 0; row < 300; row++)
        {
            var (width, height) = (row * 37 % 101, row * 53 % 89);
            text.Append(CultureInfo.InvariantCulture, $"{width},{height},{Weight(row)},{(width + height + (row * 71 % 90) > 135 ? "yes" : "no")}\n");
        }

        return text.ToString();
    }

    private static T Read<T>(TinyModel model, string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(model.File("obj/mlops/" + file)), type)!;
}
