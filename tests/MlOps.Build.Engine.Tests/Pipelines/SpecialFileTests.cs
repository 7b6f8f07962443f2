using System.Diagnostics;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>A pipe where a file should be: to open one that nobody writes to never ends.</summary>
public sealed class SpecialFileTests : IDisposable
{
    private const string Reason = "error MLOPS0204: cannot be read: it is a named pipe, not a file. Write what it gives to a file, and name that.";
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("data.csv", StageNames.Data)]
    [InlineData("schema.yaml", StageNames.Data)]
    [InlineData("training-config.yaml", StageNames.Split)]
    [InlineData("validation-checklist.md", StageNames.Gate)]
    [InlineData("MODEL_CARD.md", StageNames.Report)]
    public Task A_pipe_among_the_projects_files_is_one_error(string file, string stage) => RefusedAsync(file, stage, project => project);

    [Fact]
    public Task A_pipe_as_earlier_data_is_one_error() =>
        RefusedAsync("earlier.csv", StageNames.Report, project => project with { ReferenceData = _model.File("earlier.csv") });

    [Fact]
    public Task A_pipe_as_an_earlier_contract_is_one_error() =>
        RefusedAsync("earlier.yaml", StageNames.Report, project => project with { ReferenceSchema = _model.File("earlier.yaml") });

    [Fact]
    public async Task A_pipe_as_a_suite_is_one_error()
    {
        Make("suite.json");
        _model.Write("schema.yaml", "columns: [{name: width, type: int64}, {name: height, type: int64}, {name: good, type: string}]\nsuites: [suite.json]\n");
        (await RunAsync(StageNames.Data)).ShouldHaveSingleItem().Message.ShouldContain("it is a named pipe, not a file.");
    }

    private async Task RefusedAsync(string file, string stage, Func<ModelProject, ModelProject> with)
    {
        Make(file);
        _model.With = project => with(project) with { ModelCardFile = _model.File("MODEL_CARD.md") };
        (await RunAsync(stage)).ShouldHaveSingleItem().ToString().ShouldBe($"{file}: {Reason}");
    }

    private void Make(string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a file is without opening it.");
        File.Delete(_model.File(file));
        using var process = Process.Start("mkfifo", [_model.File(file)]);
        process.WaitForExit();
    }

    // The limit is for a regression, which would wait for ever.
    private async Task<IReadOnlyList<Diagnostic>> RunAsync(string stage)
    {
        var outcome = await Task.Run(() => _model.RunTo(stage)).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        outcome.Succeeded.ShouldBeFalse();
        return outcome.Diagnostics;
    }
}
