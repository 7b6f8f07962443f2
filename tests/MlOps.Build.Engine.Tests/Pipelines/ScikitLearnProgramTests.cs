using System.Diagnostics;
using System.Reflection;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Tests.Pipelines.Champions;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>The program of <c>docs/guides/any-framework.md</c> trains scikit-learn's model, which the build then gives the same losses.</summary>
public sealed class ScikitLearnProgramTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void The_guides_program_trains_a_model_that_the_build_scores_as_scikit_learn_does()
    {
        var python = new[] { "python3", "/usr/bin/python3", "python" }.FirstOrDefault(HasLibraries);
        Assert.SkipWhen(python is null, "No Python with scikit-learn, pandas and onnx is installed.");
        _model.Write("train.py", Program());
        _model.Write(
            "training-config.yaml", TinyModel.Configuration + $"trainer: command\ncommand: {{ run: {python} train.py, settings: {{ C: 0.5 }} }}\n");
        var outcome = _model.RunTo(StageNames.Report);
        outcome.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        outcome.Succeeded.ShouldBeTrue();

        var told = _model.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary).Model.Steps.ShouldHaveSingleItem();
        var matrix = MatrixFile.Read(_model.File("obj/mlops/features/" + StageFiles.FeatureMatrix));
        var (label, split) = new Workspace(_model.Project, new TableShelf()).Split();
        var head = new HeadLoss(
            File.ReadAllBytes(_model.File("obj/mlops/train/" + StageFiles.Head)), LearningTask.Binary, new ThreadTeam(1, TestContext.Current.CancellationToken));
        head.Mean(Set(split.Train)).ShouldBe(told.TrainLoss, 1e-5);
        head.Mean(Set(split.Validation)).ShouldBe(told.ValidationLoss, 1e-5);

        TrainingSet Set(int[] rows) => new() { Features = matrix.Take(rows), Labels = Array.ConvertAll(rows, row => label.Values[row]) };
    }

    [Fact]
    public void The_sample_has_the_guides_program() =>
        File.ReadAllText(RepositoryFile.At("samples", "ScikitLearn", "train.py")).ReplaceLineEndings("\n").Trim().ShouldBe(Program().Trim());

    private static bool HasLibraries(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import sklearn, pandas, onnx"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Program()
    {
        var root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var guide = File.ReadAllText(Path.Combine(root, "docs", "guides", "any-framework.md")).ReplaceLineEndings("\n");
        return guide.Split("```python\n")[1].Split("```")[0];
    }
}
