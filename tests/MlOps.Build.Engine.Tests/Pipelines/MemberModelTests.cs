using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Tests.Pipelines.Champions;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>Ensembles whose members are models of other projects and packages.</summary>
public sealed class MemberModelTests : IDisposable
{
    private const string Members = "members: [{ project: ../Other/Other.csproj }, { package: Tiny }, logistic-regression]";

    private readonly TinyModel _other = new();
    private readonly TinyModel _packed = new();
    private readonly TinyModel _alone = new();
    private readonly TinyModel _model = new();

    public MemberModelTests()
    {
        Write(_other, "trainer: gradient-boosted-trees\nhyperparameters: { num_iterations: 5 }");
        Write(_packed, "trainer: extra-trees\nhyperparameters: { n_estimators: 7 }");
        Write(_alone, "trainer: logistic-regression\n");
        _model.With = project => project with
        {
            Models = new Dictionary<string, string> { [Path.GetFullPath("../Other/Other.csproj", project.Folder)] = _other.Project.StateFolder },
            AssetsFile = _model.File("obj/project.assets.json"),
        };
    }

    public void Dispose()
    {
        foreach (var model in new[] { _other, _packed, _alone, _model })
            model.Dispose();
    }

    [Fact]
    public void Voting_is_the_mean_of_the_models_own_predictions_in_one_graph_here_and_in_ONNX_Runtime()
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        Build();
        _alone.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        Ensemble(Members + ", method: voting");
        _model.RunTo(StageNames.Report).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var model = File.ReadAllBytes(_model.File("obj/mlops/train/model.onnx"));
        OnnxModelReader.Read(model).Graph.Inputs.Select(input => input.Name).ShouldBe(["width", "height"]);
        var rows = Rows();
        var members = new[] { _other, _packed, _alone }.Select(member => Outputs(File.ReadAllBytes(member.File("obj/mlops/train/model.onnx")), rows)).ToList();
        foreach (var run in new[] { ManagedModelSession.Load(model).Run(rows), OnnxRuntimeProcess.Run(model, rows) })
        {
            var given = ((Tensor<float>)run["probabilities"]).Values;
            for (var i = 0; i < given.Length; i++)
                ((double)given[i]).ShouldBe(members.Average(member => member[i]), 1e-5);
        }

        var report = File.ReadAllText(_model.File("bin/mlops/report.md"));
        report.ShouldContain("It combines Other (weight 0.333), Tiny (weight 0.333), logistic regression (weight 0.333).");
    }

    [Theory]
    [InlineData("method: stacking")]
    [InlineData("method: blending")]
    [InlineData("method: cascade, confidence: 0.8")]
    public void Every_method_gives_one_graph_that_ONNX_Runtime_agrees_with(string method)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        Build();
        Ensemble($"{Members}, {method}", "compare_with: [naive-bayes]");
        _model.RunTo(StageNames.Evaluate).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var model = File.ReadAllBytes(_model.File("obj/mlops/train/model.onnx"));
        var (ours, theirs) = (Outputs(model, Rows()), ((Tensor<float>)OnnxRuntimeProcess.Run(model, Rows())["probabilities"]).Values);
        ours.Zip(theirs, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-5f);
        // A trainer that is compared with sees the data alone.
        _model.Read(StageNames.Features, StageFiles.FeatureSummary, ContractsJson.Default.FeatureSummary).Inputs
            .ShouldBe(["width", "height", "Other: no", "Other: yes", "Tiny: no", "Tiny: yes"]);
        MatrixFile.Read(_model.File("obj/mlops/features/naive-bayes.features.bin")).Names.ShouldBe(["width", "height"]);
    }

    [Fact]
    public void Another_model_of_a_member_trains_again()
    {
        Build();
        Ensemble(Members + ", method: voting");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.UpToDate);
        Write(_other, "trainer: gradient-boosted-trees\nhyperparameters: { num_iterations: 6 }");
        _other.RunTo(StageNames.Package).Succeeded.ShouldBeTrue();
        _model.RunTo(StageNames.Features).State.ShouldBe(StageState.Ran);
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
    }

    [Fact]
    public void A_member_that_has_learned_test_rows_is_refused()
    {
        Write(_other, "trainer: naive-bayes\nseed: 7");
        Build();
        Ensemble(Members);
        var finding = _model.RunTo(StageNames.Train).Diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe("MLOPS3049");
        finding.Severity.ShouldBe(DiagnosticSeverity.Error);
        finding.Message.ShouldStartWith("the member 'Other' was trained on ");
        finding.Message.ShouldContain(" of 18 test rows of this model (");
        finding.Position.Line.ShouldBe(6);
    }

    [Fact]
    public void A_member_that_is_not_there_is_named_with_the_way_to_it()
    {
        Ensemble(Members);
        _model.With = project => project;
        Codes().ShouldBe(["MLOPS3047", "MLOPS3047"]);
        _model.Check()[0].Message.ShouldStartWith("the project refers to no model project '../Other/Other.csproj'. Add <ProjectReference Include=\"../Other/Other.csproj\" ");
        _model.Check()[1].Message.ShouldStartWith("the project refers to no package 'Tiny' that has been restored. Add <PackageReference Include=\"Tiny\" ");
    }

    [Theory]
    [InlineData("task: binary\nlabel: { column: good, positive: [\"no\"] }\nfeatures: [width]\n", null)]
    [InlineData("task: binary\nlabel: { column: good, positive: [\"no\"], name: bad }\n", "the member 'Other' predicts 'bad', and this model 'good'. Take one of the same label, or give the label the same 'name'.")]
    [InlineData("task: regression\nlabel: height\nfeatures: [width]\n", "the member 'Other' is a model for the task 'regression', and this one's is 'binary'. Take one of the same task.")]
    public void A_member_predicts_the_same_thing(string config, string? expected)
    {
        _other.Write("training-config.yaml", config);
        Build();
        Ensemble(Members);
        var outcome = _model.RunTo(StageNames.Features);
        outcome.Diagnostics.Where(finding => finding.Code == "MLOPS3048").Select(finding => finding.Message).ShouldBe(expected is null ? [] : [expected]);
    }

    [Fact]
    public void A_member_reads_features_of_this_model()
    {
        Build();
        Ensemble(Members, "features: [width]");
        _model.RunTo(StageNames.Features).Diagnostics.Select(finding => finding.Message)
            .ShouldContain("the member 'Other' takes the column 'height', which is no feature of this model. List it under 'features'.");
    }

    [Fact]
    public void What_trains_anew_does_not_go_with_a_model_that_is_made()
    {
        Build();
        Ensemble(Members, "evaluation: { backtest: { folds: 2 } }");
        Codes().ShouldContain("MLOPS3041");
        Ensemble("members: [{ package: Tiny, project: a.csproj }, naive-bayes]");
        Codes().ShouldBe(["MLOPS0103"]);
    }

    private static void Write(TinyModel model, string trainer) => model.Write("training-config.yaml", TinyModel.Configuration + trainer + "\n");

    private void Ensemble(string ensemble, string more = "") =>
        Write(_model, $"trainer: ensemble\nensemble: {{ {ensemble} }}\n{more}");

    private IReadOnlyList<string> Codes() => [.. _model.Check().Select(finding => finding.Code)];

    // One project is built, and one package is restored as NuGet does it.
    private void Build()
    {
        _other.RunTo(StageNames.Package).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var package = _packed.Pack();
        Directory.CreateDirectory(_model.File("packages/tiny/1.4.2"));
        File.Copy(package, _model.File("packages/tiny/1.4.2/tiny.1.4.2.nupkg"), overwrite: true);
        _model.Write("obj/project.assets.json", new JsonObject
        {
            ["libraries"] = new JsonObject
            {
                ["Elsewhere/2.0.0"] = new JsonObject { ["type"] = "package", ["path"] = "elsewhere/2.0.0" },
                ["Tiny/1.4.2"] = new JsonObject { ["type"] = "package", ["path"] = "tiny/1.4.2" },
            },
            ["packageFolders"] = new JsonObject { [_model.File("packages/")] = new JsonObject() },
        }.ToJsonString());
    }

    private static float[] Outputs(byte[] model, IReadOnlyDictionary<string, Tensor> rows) =>
        ((Tensor<float>)ManagedModelSession.Load(model).Run(rows)["probabilities"]).Values;

    private Dictionary<string, Tensor> Rows()
    {
        var rows = File.ReadLines(_model.File("data.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Tensor Column(int i) => Tensor.Create([.. rows.Select(row => double.Parse(row[i], System.Globalization.CultureInfo.InvariantCulture))], rows.Count, 1);
        return new Dictionary<string, Tensor> { ["width"] = Column(0), ["height"] = Column(1) };
    }
}
