using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;
using MlOps.Build.Engine.Tests.Training.Heads;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Training.PlugIns;

/// <summary><c>trainer: project</c> from the configuration to the report, with trainers that are compiled here and run in processes of their own.</summary>
public sealed class PlugInPipelineTests : IDisposable
{
    private readonly TinyModel _model = new();

    public PlugInPipelineTests()
    {
        _model.Write("made.onnx", OnnxModelWriter.Write(MadeElsewhere.Classifier()));
        Configure("");
    }

    private string Assembly => _model.File("trainer/Own.Trainer.dll");

    private string Made => $"new TrainerResult {{ Model = File.ReadAllBytes(@\"{_model.File("made.onnx")}\"), BestStep = 2, Loss = \"log loss\", StoppedEarly = true, "
        + "Metrics = new Dictionary<string, double> { [\"leaves\"] = 7 }, Steps = [new(1, 0.6, 0.7), new(2, 0.5, 0.6), new(3, 0.4, double.NaN)] }";

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_trainer_of_another_project_is_judged_compared_packed_and_reported_like_any_other()
    {
        Compile(TrainerAssembly.Source($"return {Made};"));
        Configure("hyperparameters: { depth: 4, kernel: rbf }\ncompare_with: [gradient-boosted-trees]\nevaluation: { backtest: { folds: 2 }, shuffled_labels: true }\n");
        var outcome = _model.RunTo(StageNames.Report);
        outcome.Succeeded.ShouldBeTrue(string.Join('\n', outcome.Diagnostics));
        var model = Training().Model;
        (model.Trainer, model.DisplayName, model.BestStep, model.StoppedEarly).ShouldBe(("project", "own trainer", 2, true));
        model.Hyperparameters.ShouldBe(new Dictionary<string, double> { ["depth"] = 4, ["kernel"] = 1 }, ignoreOrder: true);
        model.Steps.Count.ShouldBe(3);
        model.Metrics.ShouldNotBeNull()["leaves"].ShouldBe(7);
        File.ReadAllText(_model.File("bin/mlops/report.md")).ShouldContain("Own trainer");
    }

    [Fact]
    public void The_trainer_gets_what_a_trainer_of_the_kit_gets()
    {
        // It fails with what it was given.
        Compile(TrainerAssembly.Source("""
            throw new TrainingFailedException("MLOPS3045", string.Join(" ", request.Task, request.ClassCount, string.Join("/", request.Classes),
                string.Join("/", request.Train.Features.Names), request.Train.Features.Rows + request.Validation.Features.Rows, request.Train.Labels.Sum(),
                request.Train.Weights!.Sum(), request.Train.Features.Values.Sum(), request.Seed, request.Hyperparameters["depth"], request.Threads));
            """));
        _model.Write("data.csv", "width,height,good\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"{i},{i % 2 + 1},{(i % 2 == 0 ? "no" : "yes")}\n")));
        Configure("weight: height\nseed: 7\nsplit: { by: time, column: width, validation: 0.2, test: 0.2 }\nfeatures: [width]\n");
        // Rows 1 to 60 train: 30 odd ones, which are positive and weigh 2, and 30 even ones; their widths add up to 1830.
        Fault("3045").ShouldBe($"Binary 2 no/yes width 80 30 90 1830 7 3 {Environment.ProcessorCount}");
    }

    [Fact]
    public void Another_assembly_trains_again_and_the_same_one_does_not()
    {
        Compile(TrainerAssembly.Source($"return {Made};"));
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.UpToDate);
        Compile(TrainerAssembly.Source($"return {Made};"));
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.UpToDate);
        Configure("", "timeout: 30m");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.UpToDate);
        Compile(TrainerAssembly.Source($"Console.WriteLine(1); return {Made};"));
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        File.WriteAllText(_model.File("trainer/library.dll"), "what it needs has changed");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"no luck.\");", "3045", "'own' threw InvalidOperationException: no luck (at Own.Train(")]
    [InlineData("return null!;", "3045", "'own' left no model. Return the ONNX file's bytes as 'Model'.")]
    [InlineData("Environment.Exit(0); return null!;", "3045", "the process with 'Own.Trainer.dll' ended with 0 before the trainer returned.")]
    [InlineData("Console.Error.WriteLine(\"out of luck\"); Environment.Exit(3); return null!;", "3045", "training, the process with 'Own.Trainer.dll' ended with exit code 3. Its last lines: out of luck")]
    [InlineData("Environment.FailFast(\"broken\"); return null!;", "3045", "training, the process with 'Own.Trainer.dll' ended with exit code 134. Its last lines: ")]
    [InlineData("throw new TrainingFailedException(\"OWN1\", \"a reason of its own\");", "3045", "a reason of its own")]
    [InlineData("Thread.Sleep(-1); return null!;", "3045", "training, the process with 'Own.Trainer.dll' did not end within 3s, and was ended. Raise 'project.timeout', ")]
    [InlineData("return new TrainerResult { Model = [1, 2, 3], BestStep = 1, Steps = [], Loss = \"\" };", "3034", "the model of 'own' is no ONNX file that can be read: ")]
    [InlineData("var r = MADE; return r with { Gains = [1, 2, 3] };", "3045", "'own' gives 3 gains for 2 features. Give one a feature, or none.")]
    public void A_trainer_that_gives_no_model_is_one_error(string train, string code, string message)
    {
        Compile(TrainerAssembly.Source(train.Replace("MADE", Made, StringComparison.Ordinal)));
        Configure("", "timeout: 3s");
        Fault(code).ShouldStartWith(message);
    }

    [Fact]
    public void A_trainers_own_objection_is_an_error_of_the_settings()
    {
        Compile(TrainerAssembly.Source($"return {Made};"));
        Configure("hyperparameters: { depth: 9 }\n");
        Fault("3009").ShouldBe("'own': too deep. Dig less.");
    }

    [Fact]
    public void Settings_are_those_that_the_trainer_has()
    {
        Compile(TrainerAssembly.Source($"return {Made};"));
        Configure("hyperparameters: { dept: 4 }\n");
        Finding().ShouldBe("training-config.yaml(6,20): error MLOPS3021: 'project' has no hyperparameter 'dept'. Did you mean 'depth'?");
        Configure("hyperparameters: { depth: 12 }\n");
        Finding().ShouldBe("training-config.yaml(6,20): error MLOPS3022: 'depth' is 12; expected a whole number in 1..9. The default is 3.");
        Configure("hyperparameters: { kernel: rbv }\n");
        Finding().ShouldContain("expected one of linear, rbf. Did you mean 'rbf'?");
        // Where nothing is trained, nobody asks.
        _model.With = project => project with { Trainers = null };
        _model.Check().ShouldBeEmpty();
    }

    [Fact]
    public void The_section_is_written_as_it_is_read()
    {
        const string Text = "task: binary\nlabel: y\ntrainer: project\nproject: { name: 'my: own', timeout: 90s }\n";
        var config = TrainingConfigFile.Parse("c.yaml", Text, []).ShouldNotBeNull();
        config.Project.ShouldBe(new PlugInConfig { Name = "my: own", Timeout = TimeSpan.FromSeconds(90) });
        TrainingConfigFile.Parse("c.yaml", TrainingConfigFile.Write(config), []).ShouldNotBeNull().Project.ShouldBe(config.Project);
    }

    [Fact]
    public void One_of_several_trainers_is_chosen_by_its_name()
    {
        Compile(TrainerAssembly.Source($"return {Made};"), TrainerAssembly.Source("throw new Exception();", "Other", "other"));
        Finding().ShouldBe(
            "training-config.yaml(5,1): error MLOPS3044: 'Own.Trainer.dll' holds 2 trainers: other, own. Say which one, as in 'project: { name: other }'.");
        Configure("", "name: owm");
        Finding().ShouldBe("training-config.yaml(6,12): error MLOPS3044: 'Own.Trainer.dll' holds no trainer 'owm'. Did you mean 'own'? It has other, own.");
        Configure("", "name: own");
        _model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void An_assembly_without_a_trainer_that_can_be_made_is_named()
    {
        Compile("public class Nothing;");
        Finding().ShouldContain("error MLOPS3044: 'Own.Trainer.dll' holds no trainer. Implement MlOps.Build.Contracts.ITrainer in a class with a constructor without parameters.");
        Compile(TrainerAssembly.Source("return null!;", more: "public Own() => throw new IOException(\"no disk\");"));
        Finding().ShouldContain("error MLOPS3044: the constructor of 'Own' of 'Own.Trainer.dll' threw IOException: no disk (at Own..ctor()");
        Compile(TrainerAssembly.Source("return null!;", more: "public Own(int size) { }"));
        Finding().ShouldContain("error MLOPS3044: 'Own' of 'Own.Trainer.dll' has no constructor without parameters, so the build cannot make one. Give it one.");
    }

    [Fact]
    public void An_assembly_that_is_not_there_or_is_none_is_named()
    {
        Finding().ShouldContain("error MLOPS3042: 'trainer: project' runs a trainer of another project, and this one refers to none. Add <ProjectReference ");
        _model.With = project => project with { Trainers = [Assembly] };
        Finding().ShouldContain("error MLOPS3042: the trainer's assembly 'Own.Trainer.dll' is not there. Build its project, or correct the item MlOpsTrainer.");
        Directory.CreateDirectory(Path.GetDirectoryName(Assembly)!);
        File.WriteAllText(Assembly, "no assembly");
        Finding().ShouldContain("error MLOPS3043: 'Own.Trainer.dll' cannot be loaded: ");
    }

    [Fact]
    public void A_cancelled_build_ends_the_trainer()
    {
        Compile(TrainerAssembly.Source($"File.WriteAllText(@\"{_model.File("child")}\", Environment.ProcessId.ToString()); Console.WriteLine(\"started\"); Thread.Sleep(-1); return null!;"));
        _model.RunTo(StageNames.Features).Succeeded.ShouldBeTrue();
        using var cancellation = new CancellationTokenSource();
        var progress = new Listener(text =>
        {
            if (text.EndsWith("started", StringComparison.Ordinal))
                cancellation.Cancel();
        });
        Should.Throw<OperationCanceledException>(() => new ModelPipeline(_model.Project).Run(StageNames.Train, progress, cancellation.Token));
        var child = int.Parse(File.ReadAllText(_model.File("child")), System.Globalization.CultureInfo.InvariantCulture);
        System.Diagnostics.Process.GetProcesses().ShouldNotContain(process => process.Id == child && !process.HasExited);
    }

    private void Compile(params string[] sources)
    {
        TrainerAssembly.Compile(Path.GetDirectoryName(Assembly)!, sources);
        _model.With = project => project with { Trainers = [Assembly] };
    }

    private void Configure(string more, string settings = "") => _model.Write(
        "training-config.yaml", TinyModel.Configuration + $"trainer: project\n{(settings.Length > 0 ? $"project: {{ {settings} }}\n" : "")}{more}");

    private string Finding() => _model.Check().ShouldHaveSingleItem().ToString();

    private string Fault(string code)
    {
        var outcome = _model.RunTo(StageNames.Train);
        outcome.Stage.ShouldBe(StageNames.Train, string.Join('\n', outcome.Diagnostics));
        var finding = outcome.Diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe("MLOPS" + code, finding.Message);
        return finding.Message;
    }

    private TrainingSummary Training() => _model.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary);

    private sealed class Listener(Action<string> heard) : IProgress<string>
    {
        public void Report(string value) => heard(value);
    }
}
