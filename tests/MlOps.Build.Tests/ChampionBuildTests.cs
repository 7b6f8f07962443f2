using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tests;

/// <summary>Two real builds, the second against the package of the first.</summary>
public sealed class ChampionBuildTests(PackedKit kit) : IDisposable
{
    private readonly ModelFolder _model = ModelFolder.Packed(kit.Feed);

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_second_build_is_compared_with_the_first_ones_package()
    {
        Pack();
        Configure(rounds: 3);
        _model.Write("Model/validation-checklist.md", "- [ ] Not far worse `auc - champion.auc >= -0.9 @ 95% when champion`\n");
        _model.Build("--no-restore", $"-p:MlOpsFeed={_model.At("models")}").ShouldSucceed();
        var evaluation = Evaluation();
        var champion = evaluation.References[^1];
        champion.DisplayName.ShouldBe("champion 1.4.2");
        champion.Differences.ShouldContain(difference => difference.Name == "auc" && difference.Low != null);
        evaluation.Champion.ShouldNotBeNull().Sides.ShouldNotBeNull();
        evaluation.TestSet.ShouldNotBeNull().Uses.ShouldBe(2);
        File.ReadAllText(Path.Combine(_model.Output, "report.md")).ShouldContain("Champion and challenger");
    }

    [Fact]
    public void A_champion_trained_on_todays_test_rows_leaves_the_gate_undecided()
    {
        Pack();
        Configure(rounds: 5, more: "seed: 99\n");
        _model.Write("Model/validation-checklist.md", "- [ ] Not worse `auc - champion.auc >= -0.01 @ 95% when champion`\n");
        var run = _model.Build("--no-restore", $"-p:MlOpsChampionPackage={_model.At("models/Model.1.4.2.nupkg")}").ShouldSucceed();
        run.Output.ShouldContain("warning MLOPS4153: the champion 1.4.2 is not compared: ");
        run.Output.ShouldContain("warning MLOPS4003");
        run.Output.ShouldContain("were trained on by the champion");
    }

    private void Pack() => _model.Run(["pack", "Model", "-o", _model.At("models"), "-p:MlOpsPackageVersion=1.4.2"]).ShouldSucceed();

    private void Configure(int rounds, string more = "") => _model.Write(
        "Model/training-config.yaml",
        ModelFolder.Configuration.Replace("num_iterations: 5", $"num_iterations: {rounds}", StringComparison.Ordinal).TrimEnd() + "\n" + more);

    private EvaluationSummary Evaluation() => JsonSerializer.Deserialize(
        File.ReadAllBytes(Path.Combine(_model.State, "evaluate", "evaluation.json")), ContractsJson.Default.EvaluationSummary).ShouldNotBeNull();
}
