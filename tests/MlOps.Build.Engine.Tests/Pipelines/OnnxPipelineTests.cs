using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;
using MlOps.Build.Engine.Tests.Training.Heads;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary><c>trainer: onnx</c>: a model that somebody else made, from the configuration to the report.</summary>
public sealed class OnnxPipelineTests : IDisposable
{
    private readonly TinyModel _model = new();

    public OnnxPipelineTests()
    {
        Directory.CreateDirectory(_model.File("models"));
        _model.Write("models/made.onnx", OnnxModelWriter.Write(MadeElsewhere.Classifier()));
    }

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_model_of_somebody_else_is_judged_calibrated_packed_and_reported_like_any_other()
    {
        Configure("compare_with: [logistic-regression]\ncalibration: platt\n");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var training = _model.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary);
        training.Model.DisplayName.ShouldBe("model file made.onnx");
        training.Model.Calibration.ShouldNotBeNull();
        var report = File.ReadAllText(_model.File("bin/mlops/report.md"));
        report.ShouldContain("made outside of the build");
        report.ShouldContain("does not know the rows that it was trained on");
        File.ReadAllText(_model.File("bin/mlops/model-card.md")).ShouldContain("does not know the rows that it was trained on");
    }

    [Fact]
    public void It_may_stand_beside_a_trainer_that_wants_other_features()
    {
        _model.Write(
            "training-config.yaml",
            TinyModel.Configuration + "trainer: logistic-regression\ncompare_with: [onnx]\nonnx: { model: models/made.onnx }\nevaluation: { backtest: { folds: 2 } }\n");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        _model.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary).Others.Select(other => other.Trainer)
            .ShouldBe(["onnx", "baseline"]);
        File.Exists(_model.File("obj/mlops/features/onnx.preprocessing.onnx")).ShouldBeTrue();
    }

    [Fact]
    public void Its_predictions_are_those_of_its_own_graph()
    {
        Configure();
        _model.RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        var data = File.ReadAllLines(_model.File("data.csv"));
        foreach (var line in File.ReadLines(_model.File("obj/mlops/evaluate/predictions.csv")).Skip(1))
        {
            var fields = line.Split(',');
            var raw = data[int.Parse(fields[1], CultureInfo.InvariantCulture) - 1].Split(',');
            Number(fields[^1]).ShouldBe(MadeElsewhere.Positive(Number(raw[0]), Number(raw[1])), 1e-6);
        }
    }

    [Fact]
    public void A_regression_takes_a_graph_with_one_number_a_row()
    {
        var builder = new GraphBuilder("elsewhere");
        var twice = builder.AddNode("Mul", [builder.AddInput("width", OnnxType.Double, [null, 1]), builder.AddConstant("two", [2.0], 1)]);
        builder.AddOutput("y", builder.AddNode("Cast", [twice], ("to", (long)OnnxType.Float)), OnnxType.Float, null, 1);
        _model.Write("models/made.onnx", OnnxModelWriter.Write(builder.Build()));
        _model.Write("training-config.yaml", "task: regression\nlabel: height\nfeatures: [width]\ntrainer: onnx\nonnx: { model: models/made.onnx }\n");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var data = File.ReadAllLines(_model.File("data.csv"));
        foreach (var line in File.ReadLines(_model.File("obj/mlops/evaluate/predictions.csv")).Skip(1))
        {
            var fields = line.Split(',');
            Number(fields[^1]).ShouldBe(2 * Number(data[int.Parse(fields[1], CultureInfo.InvariantCulture) - 1].Split(',')[0]));
        }
    }

    [Fact]
    public void The_files_content_decides_whether_it_is_read_again()
    {
        Configure();
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.UpToDate);
        _model.Write("models/made.onnx", OnnxModelWriter.Write(MadeElsewhere.Classifier("rows", "shares")));
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
    }

    [Theory]
    [InlineData("trainer: onnx\n", "training-config.yaml(1,1): error MLOPS0105: 'onnx' is missing. Write 'onnx: { model: models/pretrained.onnx }', the model's file.")]
    [InlineData("trainer: onnx\nonnx: { model: made.onnx }\n", "training-config.yaml(6,9): error MLOPS3040: 'onnx.model' is 'made.onnx', and there is no such file. Correct the path, which is relative to the project's folder, or put the file there.")]
    [InlineData("trainer: onnx\nonnx: { model: models/made.onnx }\nevaluation: { backtest: { folds: 2 } }\n", "training-config.yaml(7,15): error MLOPS3041: 'evaluation.backtest' does not go with 'trainer: onnx': the model is made already, and a backtest trains it anew on other rows. Remove it.")]
    [InlineData("trainer: onnx\nonnx: { model: models/made.onnx }\nevaluation: { shuffled_labels: true }\n", "training-config.yaml(7,15): error MLOPS3041: 'evaluation.shuffled_labels' does not go with 'trainer: onnx': the model is made already, and it would be trained once more. Remove it.")]
    [InlineData("trainer: onnx\nonnx: { model: models/made.onnx, inputs: { x: [] } }\n", "training-config.yaml(6,44): error MLOPS0103: 'onnx.inputs.x' names no feature. List those that it reads, such as [carat, depth].")]
    public void A_wrong_setting_is_named_at_its_place(string lines, string expected)
    {
        _model.Write("training-config.yaml", TinyModel.Configuration + lines);
        _model.Check().Select(finding => finding.ToString()).ShouldBe([expected]);
    }

    [Theory]
    [InlineData("inputs: { Y: [width] }", "'models/made.onnx' has no input 'Y'; it reads 'X'; expected one float tensor [N, 2], the features in the order of the matrix.")]
    [InlineData("inputs: { X: [width, hight] }", "'models/made.onnx' is to read 'hight', which is no feature. Did you mean 'height'?")]
    [InlineData("inputs: { X: [width] }", "'models/made.onnx' reads 2 features in 'X', for which 1 is named; expected a float tensor [N, 1].")]
    [InlineData("output: label", "'models/made.onnx' gives 'label', an int64 tensor [N]; expected 'probabilities', a float tensor [N, 2] with a probability for each class.")]
    [InlineData("output: lable", "'models/made.onnx' has no output 'lable': it gives 'label' (an int64 tensor [N]), 'probs' (a float tensor [N, 2]); expected 'probabilities', a float tensor [N, 2] with a probability for each class.")]
    public void What_the_file_does_not_have_is_named_at_the_configuration(string setting, string message)
    {
        Configure("", ", " + setting);
        var finding = _model.RunTo(StageNames.Train).Diagnostics.ShouldHaveSingleItem();
        finding.Message.ShouldBe(message);
        finding.Position.ShouldBe(new SourcePosition("training-config.yaml", 6, 1));
    }

    [Fact]
    public void Named_features_are_read_in_their_own_order_whatever_that_of_the_matrix()
    {
        Configure();
        _model.RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        var first = Scores();
        Configure("features: [height, width]\n");
        _model.RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        Scores().ShouldNotBe(first);
        Configure("features: [height, width]\n", ", inputs: { X: [width, height] }");
        _model.RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        Scores().ShouldBe(first);
    }

    private List<string> Scores() => [.. File.ReadLines(_model.File("obj/mlops/evaluate/predictions.csv"))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private void Configure(string more = "", string settings = "") => _model.Write(
        "training-config.yaml", $"{TinyModel.Configuration}trainer: onnx\nonnx: {{ model: models/made.onnx{settings} }}\n{more}");
}
