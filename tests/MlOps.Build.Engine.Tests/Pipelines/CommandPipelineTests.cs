using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;
using MlOps.Build.Engine.Tests.Training.Heads;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary><c>trainer: command</c> from the configuration to the report. The program is a shell script that copies a model made before.</summary>
public sealed class CommandPipelineTests : IDisposable
{
    private const string Trainer = TinyModel.Configuration + "trainer: command\n";

    private readonly TinyModel _model = new();

    public CommandPipelineTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs of these tests are shell scripts.");
        _model.Write("made.onnx", OnnxModelWriter.Write(MadeElsewhere.Classifier()));
        Script("cp made.onnx \"$MLOPS_MODEL\"");
    }

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_programs_model_is_judged_compared_packed_and_reported_like_any_other()
    {
        Script("cp made.onnx \"$MLOPS_MODEL\"\necho '{ \"rounds\": 12 }' > \"$MLOPS_METRICS\"");
        Configure("compare_with: [gradient-boosted-trees]\nevaluation: { backtest: { folds: 2 }, shuffled_labels: true }\n");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var training = Training();
        training.Model.Trainer.ShouldBe("command");
        training.Model.DisplayName.ShouldBe("command sh train.sh");
        training.Model.Metrics.ShouldNotBeNull()["rounds"].ShouldBe(12);
        training.Others.Select(other => other.Trainer).ShouldBe(["gradient-boosted-trees", "baseline"]);
        _model.Read(StageNames.Package, StageFiles.Lineage, ContractsJson.Default.Lineage).Configuration.Select(file => file.Path).ShouldContain("train.sh");
        Predictions().ShouldAllBe(pair => Math.Abs(pair.Predicted - pair.Expected) < 1e-6);
        var report = File.ReadAllText(_model.File("bin/mlops/report.md"));
        report.ShouldContain("Command sh train.sh");
        report.ShouldContain("rounds");
    }

    [Fact]
    public void The_program_gets_training_and_validation_rows_and_never_a_test_row()
    {
        Script("cp \"$MLOPS_TRAIN\" seen-train.csv; cp \"$MLOPS_VALIDATION\" seen-validation.csv; cp \"$MLOPS_CONFIG\" seen.json; cp made.onnx \"$MLOPS_MODEL\"");
        Configure("seed: 7\n", "settings: { alpha: 0.1, layers: [8, 4], name: \"null\" }");
        _model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        var (train, validation) = (File.ReadAllLines(_model.File("seen-train.csv")), File.ReadAllLines(_model.File("seen-validation.csv")));
        train[0].ShouldBe("width,height,label");
        var given = train.Skip(1).Concat(validation.Skip(1)).ToList();
        var all = File.ReadAllLines(_model.File("data.csv")).Skip(1).Select(line => line.Replace("yes", "1").Replace("no", "0")).ToList();
        var tested = _model.Read(StageNames.Split, StageFiles.SplitSummary, ContractsJson.Default.SplitSummary).Parts.Single(part => part.Part == SplitPart.Test).Rows;
        given.Count.ShouldBe(all.Count - tested);
        given.ShouldBeUnique();
        given.ShouldBeSubsetOf(all);
        using var seen = System.Text.Json.JsonDocument.Parse(File.ReadAllText(_model.File("seen.json")));
        var root = seen.RootElement;
        root.GetProperty("settings").GetRawText().ShouldBe("""{"alpha":0.1,"layers":[8,4],"name":"null"}""");
        root.GetProperty("classes").EnumerateArray().Select(name => name.GetString()).ShouldBe(["no", "yes"]);
        root.GetProperty("train").GetProperty("rows").GetInt32().ShouldBe(train.Length - 1);
        root.GetProperty("seed").GetInt64().ShouldBe(7);
        Directory.Exists(Path.GetDirectoryName(root.GetProperty("model").GetString())).ShouldBeFalse();
    }

    [Fact]
    public void Missing_values_are_imputed_before_the_program_sees_them_unless_it_takes_them()
    {
        Script("cp \"$MLOPS_TRAIN\" seen.csv; cp made.onnx \"$MLOPS_MODEL\"");
        var lines = File.ReadAllLines(_model.File("data.csv"));
        _model.Write("data.csv", string.Join('\n', lines.Select((line, i) => i % 5 == 1 ? line[line.IndexOf(',')..] : line)) + "\n");
        Configure("");
        _model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        File.ReadLines(_model.File("seen.csv")).ShouldAllBe(line => line[0] != ',');
        File.ReadLines(_model.File("seen.csv")).First().ShouldBe("width,height,label");

        // This graph gives NaN for NaN, so it does not keep the promise.
        Configure("", "missing: true");
        Fault("3038").ShouldContain(" row ");
        File.ReadLines(_model.File("seen.csv")).ShouldContain(line => line[0] == ',');
    }

    [Fact]
    public void Weights_of_rows_stand_before_the_label()
    {
        Script("cp \"$MLOPS_TRAIN\" seen.csv; cp \"$MLOPS_CONFIG\" seen.json; exit 9");
        Configure("weight: height\n");
        Fault("3031");
        var rows = File.ReadAllLines(_model.File("seen.csv"));
        rows[0].ShouldBe("width,weight,label");
        rows.Skip(1).ShouldBeSubsetOf([.. File.ReadAllLines(_model.File("data.csv")).Select(line => line.Replace("yes", "1").Replace("no", "0"))]);
        File.ReadAllText(_model.File("seen.json")).ShouldContain("\"weight\": \"weight\"");
    }

    [Fact]
    public void What_the_program_is_made_of_decides_whether_it_runs_again_and_patience_does_not()
    {
        _model.Write("lib.txt", "one");
        Configure("", "inputs: [train.sh, made.onnx, \"lib*\"]");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        Configure("", "inputs: [train.sh, made.onnx, \"lib*\"], timeout: 30m, retries: 2");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.UpToDate);
        _model.Write("lib.txt", "another");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        Configure("", "inputs: [train.sh, made.onnx, \"lib*\"], settings: { a: 1 }");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        Configure("", "inputs: [train.sh, made.onnx, \"lob*\"]");
        Fault("3040").ShouldBe("'command.inputs' names 'lob*', which no file of the project matches. Correct it, or remove it.");
        _model.Check().ShouldHaveSingleItem().Position.ShouldBe(new SourcePosition("training-config.yaml", 6, 65));
    }

    [Fact]
    public void Files_that_the_command_names_decide_when_nothing_else_is_said()
    {
        Configure("");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        Script("cp made.onnx \"$MLOPS_MODEL\"\n# changed");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
    }

    [Theory]
    [InlineData("echo no luck >&2; exit 3", "3031", "'sh train.sh' ended with exit code 3. Its last lines: no luck")]
    [InlineData("exit 3", "3031", "'sh train.sh' ended with exit code 3. It wrote nothing to its output.")]
    [InlineData("for i in 1 2 3 4 5 6 7; do echo $i; done; exit 1", "3031", "'sh train.sh' ended with exit code 1. Its last lines: 3 | 4 | 5 | 6 | 7")]
    [InlineData("kill -9 $$", "3031", "'sh train.sh' ended with exit code 137 (it was killed; perhaps the memory was not enough). It wrote nothing to its output.")]
    [InlineData("echo done", "3033", "'sh train.sh' ended with 0 but left no model. Write the ONNX file to the path in MLOPS_MODEL. Its last lines: done")]
    [InlineData("cp train.sh \"$MLOPS_MODEL\"", "3034", null)]
    [InlineData("cp made.onnx \"$MLOPS_MODEL\"; echo '[1]' > \"$MLOPS_METRICS\"", "3039", "what 'sh train.sh' wrote to MLOPS_METRICS is no object of numbers: it is no object. Write one such as { \"rounds\": 120 }.")]
    public void A_program_that_gives_no_model_is_one_error_at_the_configuration(string script, string code, string? message)
    {
        Script(script);
        Configure("");
        var said = Fault(code);
        said.ShouldBe(message ?? said);
    }

    [Fact]
    public void A_program_that_is_not_there_or_is_none_is_named()
    {
        Configure("", run: "no-such-program-of-mine train.py");
        Fault("3030").ShouldStartWith("'no-such-program-of-mine train.py': there is no program 'no-such-program-of-mine'. Install it, ");
        Configure("", run: "./made.onnx");
        Fault("3030").ShouldStartWith("'made.onnx' cannot be started: ");
    }

    [Fact]
    public void A_program_that_takes_too_long_is_ended_with_those_that_it_started()
    {
        Script("sleep 600 & echo $! > child; echo started; wait");
        Configure("", "timeout: 1s");
        Fault("3032").ShouldBe(
            "'sh train.sh' did not end within 1 seconds, and was ended. Raise 'command.timeout', or find what it waits for. Its last lines: started");
        Gone("child").ShouldBeTrue();
    }

    [Fact]
    public void A_cancelled_build_ends_the_program_and_those_that_it_started()
    {
        Script("sleep 600 & echo $! > child; echo started; wait");
        Configure("");
        _model.RunTo(StageNames.Features).Succeeded.ShouldBeTrue();
        using var cancellation = new CancellationTokenSource();
        var progress = new Listener(text =>
        {
            if (text.EndsWith("started", StringComparison.Ordinal))
                cancellation.Cancel();
        });
        Should.Throw<OperationCanceledException>(() => new ModelPipeline(_model.Project).Run(StageNames.Train, progress, cancellation.Token));
        Gone("child").ShouldBeTrue();
    }

    [Fact]
    public void A_program_is_tried_again_after_a_failure_as_often_as_allowed()
    {
        Script("echo again >> tries; test $(wc -l < tries) -gt 2 || exit 75; cp made.onnx \"$MLOPS_MODEL\"");
        Configure("", "retries: 1");
        Fault("3031").ShouldBe("'sh train.sh' ended with exit code 75 in each of 2 tries. It wrote nothing to its output.");
        _model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        File.ReadAllLines(_model.File("tries")).Length.ShouldBe(3);
    }

    [Fact]
    public void Steps_that_the_program_tells_of_are_those_of_the_report()
    {
        Script("echo 'step 1 loss 0.9 validation 0.95'; echo 'step 2 loss 0.5 validation 0.6'; echo kept step 1; cp made.onnx \"$MLOPS_MODEL\"");
        Configure("");
        var outcome = _model.RunTo(StageNames.Train);
        outcome.Headline.ShouldBe("command sh train.sh: 2 steps, loss by the program 0.950");
        Training().Model.Steps.ShouldBe([new(1, 0.9, 0.95), new(2, 0.5, 0.6)]);
        Training().Model.BestStep.ShouldBe(1);
    }

    [Theory]
    [InlineData("trainer: command\n", "training-config.yaml(1,1): error MLOPS0105: 'command' is missing. Write 'command: { run: python3 train.py }', the program that trains.")]
    [InlineData("command: { run: sh }\n", "training-config.yaml(5,1): error MLOPS0103: 'command' belongs to 'trainer: command', and the trainer is 'gradient-boosted-trees'. Remove one of them.")]
    [InlineData("trainer: command\ncommand: { run: sh, format: cvs }\n", "training-config.yaml(6,29): error MLOPS0103: 'command.format' is 'cvs'; expected one of csv, npy. Did you mean 'csv'?")]
    [InlineData("trainer: command\ncommand: { run: sh, timeout: 3 }\n", "training-config.yaml(6,21): error MLOPS0103: 'command.timeout' is '3'; expected a period from 0.001s to 30d, such as 90s, 30m or 12h.")]
    [InlineData("trainer: command\ncommand: { run: \"sh 'a\" }\n", "training-config.yaml(6,12): error MLOPS0103: 'command.run' has a quotation mark that nothing closes. Close it, or write a list: [python3, train.py].")]
    [InlineData("trainer: command\ncommand: { run: sh, setings: {} }\n", "training-config.yaml(6,21): error MLOPS0104: unknown key 'setings' in 'command'. Did you mean 'settings'?")]
    [InlineData("trainer: comand\n", "training-config.yaml(5,1): error MLOPS3001: unknown trainer 'comand'. Did you mean 'command'?")]
    public void A_wrong_setting_is_named_at_its_place(string lines, string expected)
    {
        _model.Write("training-config.yaml", TinyModel.Configuration + lines);
        _model.Check().Select(finding => finding.ToString()).ShouldBe([expected]);
    }

    private void Script(string text) => _model.Write("train.sh", text + "\n");

    private void Configure(string more, string settings = "", string run = "/bin/sh train.sh") => _model.Write(
        "training-config.yaml", $"{Trainer}command: {{ run: {run}{(settings.Length > 0 ? ", " + settings : "")} }}\n{more}");

    private string Fault(string code)
    {
        var outcome = _model.RunTo(StageNames.Train);
        outcome.Stage.ShouldBe(StageNames.Train);
        var finding = outcome.Diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe("MLOPS" + code);
        finding.Position.Line.ShouldBe(6);
        return finding.Message;
    }

    private TrainingSummary Training() => _model.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary);

    // The formula of the graph, on the columns as they stand in the data: preprocessing and head were joined.
    private List<(double Predicted, double Expected)> Predictions()
    {
        var data = File.ReadAllLines(_model.File("data.csv"));
        return
        [
            .. File.ReadLines(_model.File("obj/mlops/evaluate/predictions.csv")).Skip(1).Select(line =>
            {
                var fields = line.Split(',');
                var raw = data[int.Parse(fields[1], CultureInfo.InvariantCulture) - 1].Split(',');
                return (Number(fields[^1]), MadeElsewhere.Positive(Number(raw[0]), Number(raw[1])));
            }),
        ];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // A process that was ended may wait for somebody to read its exit code.
    private bool Gone(string file)
    {
        var status = $"/proc/{File.ReadAllText(_model.File(file)).Trim()}/status";
        return SpinWait.SpinUntil(() => !File.Exists(status) || File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
    }

    private sealed class Listener(Action<string> heard) : IProgress<string>
    {
        public void Report(string value) => heard(value);
    }
}
