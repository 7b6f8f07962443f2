using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines.Champions;

/// <summary>A newly trained model against the champion's package.</summary>
public sealed class ChampionTests : IDisposable
{
    private const string Other = TinyModel.Configuration + "trainer: gradient-boosted-trees\nhyperparameters:\n  num_iterations: 2\n";

    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_champion_of_the_feed_is_judged_on_the_same_rows()
    {
        var package = _model.Pack("1.4.2");
        var own = _model.Evaluation();
        _model.Write("training-config.yaml", Other);
        _model.AgainstFeed().RunTo(StageNames.Evaluate).State.ShouldBe(StageState.Ran);

        var evaluation = _model.Evaluation();
        var champion = evaluation.References[^1];
        champion.Name.ShouldBe("champion");
        champion.DisplayName.ShouldBe("champion 1.4.2");
        champion.NotCompared.ShouldBeNull();
        champion.Metrics.ShouldBe(own.Metrics);
        champion.Differences.Count.ShouldBe(own.Metrics.Count);
        evaluation.Metrics.ShouldNotBe(own.Metrics);
        var identity = evaluation.Champion.ShouldNotBeNull();
        identity.Package.ShouldBe("Tiny");
        identity.Version.ShouldBe("1.4.2");
        identity.Evidence.ShouldNotBeNull().Length.ShouldBe(64);
        identity.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(package))));
        identity.Overlap.ShouldNotBeNull().Trained.ShouldBe(0);
    }

    [Fact]
    public void Against_itself_a_model_is_no_better_and_no_worse()
    {
        _model.Pack();
        _model.AgainstFeed().RunTo(StageNames.Evaluate);
        var champion = _model.Evaluation().References[^1];
        champion.Differences.ShouldAllBe(difference => difference.Value == 0 && difference.Low == 0 && difference.High == 0);
    }

    [Fact]
    public void Another_champion_makes_the_evaluation_run_again_and_nothing_before_it()
    {
        _model.Pack("1.4.2");
        _model.AgainstFeed().RunTo(StageNames.Evaluate).State.ShouldBe(StageState.Ran);
        _model.RunTo(StageNames.Evaluate).State.ShouldBe(StageState.UpToDate);
        _model.Write("training-config.yaml", Other);
        _model.Pack("1.5.0");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.UpToDate);
        _model.RunTo(StageNames.Evaluate).State.ShouldBe(StageState.Ran);
        _model.Evaluation().References[^1].DisplayName.ShouldBe("champion 1.5.0");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1.5.0-pr.42.3")]
    public void Without_a_stable_version_there_is_no_champion_yet(string? version)
    {
        if (version is not null)
            _model.Pack(version);
        _model.Write("validation-checklist.md", "- [ ] Not worse `auc - champion.auc >= -0.01 @ 95% when champion`\n");
        _model.AgainstFeed().RunTo(StageNames.Gate).Succeeded.ShouldBeTrue();
        _model.Evaluation().Champion.ShouldBeNull();
        var item = Gate().Items.ShouldHaveSingleItem();
        item.Verdict.ShouldBe(Verdict.Pass);
        item.Explanation.ShouldBe("does not apply: there is no champion yet");
    }

    [Fact]
    public void The_named_package_wins_over_the_feed()
    {
        var named = _model.Pack("1.4.2");
        var elsewhere = _model.File("named.nupkg");
        File.Move(named, elsewhere);
        _model.Pack("2.0.0");
        _model.With = project => project with { Feed = _model.Feed, ChampionPackage = elsewhere };
        _model.RunTo(StageNames.Evaluate);
        _model.Evaluation().References[^1].DisplayName.ShouldBe("champion 1.4.2");
    }

    [Fact]
    public void The_gate_compares_with_the_champion()
    {
        _model.Pack();
        _model.Write("validation-checklist.md", "- [ ] Not worse `auc - champion.auc >= -0.01 @ 95% when champion`\n");
        _model.AgainstFeed().RunTo(StageNames.Gate);
        Gate().Items.ShouldHaveSingleItem().Explanation.ShouldBe("ROC AUC minus the champion's 0.000 [0.000, 0.000], at least -0.01");
    }

    private GateSummary Gate() => _model.Read(StageNames.Gate, StageFiles.GateSummary, ContractsJson.Default.GateSummary);
}
