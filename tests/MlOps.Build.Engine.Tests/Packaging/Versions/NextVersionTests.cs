using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Versions;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;

namespace MlOps.Build.Engine.Tests.Packaging.Versions;

/// <summary>The rules of decision 0010 on models that were really trained.</summary>
public sealed class NextVersionTests : IDisposable
{
    private const string Contract = "columns:\n- {name: width, type: int64, min: 0, max: 200}\n- {name: height, type: int64}\n- {name: good, type: string}\n";
    private const string Linear = TinyModel.Configuration + "trainer: logistic-regression\n";
    private const string Trees = TinyModel.Configuration + "trainer: gradient-boosted-trees\n";

    private readonly TinyModel _model = new();

    public NextVersionTests() => _model.Write("schema.yaml", Contract);

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Without_a_champion_it_is_the_first_version()
    {
        Build();
        NextVersion.Change(_model.Project).ShouldBeNull();
        NextVersion.Choose(_model.Project, null, null, null, []).ShouldBe("1.0.0");
    }

    [Fact]
    public void The_same_model_of_the_same_sources_is_no_new_version()
    {
        Champion();
        var change = Build();
        change.Level.ShouldBe(VersionLevel.None);
        Version(change).ShouldBe("1.4.2");
    }

    [Fact]
    public void A_model_retrained_on_other_data_is_a_patch()
    {
        Champion();
        _model.Write("data.csv", File.ReadAllText(_model.File("data.csv")) + "55,66,yes\n12,13,no\n");
        var change = Build();
        change.Level.ShouldBe(VersionLevel.Patch);
        change.Reasons[0].ShouldBe("retrained on other data");
        Version(change).ShouldBe("1.4.3");
    }

    [Fact]
    public void Another_checklist_is_a_patch()
    {
        Champion();
        _model.Write("validation-checklist.md", "- [ ] Better than a coin `auc >= 0.5`\n");
        Build().ShouldSatisfyAllConditions(
            change => change.Level.ShouldBe(VersionLevel.Patch),
            change => change.Reasons.ShouldBe(["another checklist or model card"]));
    }

    [Fact]
    public void A_feature_that_takes_its_input_with_it_is_major()
    {
        Champion();
        _model.Write("training-config.yaml", TinyModel.Configuration + "features:\n- width\n");
        var change = Build();
        change.Level.ShouldBe(VersionLevel.Major);
        change.Reasons.ShouldBe(["input 'height': removed"]);
        Version(change).ShouldBe("2.0.0");
    }

    [Fact]
    public void An_added_feature_is_minor_and_the_report_says_so()
    {
        _model.Write("training-config.yaml", TinyModel.Configuration + "features:\n- width\n");
        Champion();
        _model.Write("training-config.yaml", TinyModel.Configuration);
        var change = Build();
        change.Reasons.ShouldBe(["feature 'height' added", "input 'height' (Int64): added, may be missing"]);
        Version(change).ShouldBe("1.5.0");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var report = File.ReadAllText(_model.File("obj/mlops/report/report.md"));
        report.ShouldContain("Against the champion 1.4.2, minor: feature 'height' added, input");
        report.ShouldNotContain("1.5.0");
    }

    [Fact]
    public void Another_trainer_is_minor()
    {
        Champion();
        _model.Write("training-config.yaml", Linear);
        Build().Reasons.ShouldBe(["trainer logistic-regression instead of gradient-boosted-trees"]);
    }

    [Fact]
    public void Other_hyperparameters_are_a_patch()
    {
        _model.Write("training-config.yaml", Trees);
        Champion();
        _model.Write("training-config.yaml", Trees + "hyperparameters:\n  num_iterations: 2\n");
        var change = Build();
        change.Level.ShouldBe(VersionLevel.Patch);
        change.Reasons.ShouldContain("retrained with other hyperparameters");
    }

    [Fact]
    public void A_broken_signature_is_major()
    {
        Champion();
        _model.Write("schema.yaml", Contract.Replace("max: 200", "max: 150", StringComparison.Ordinal));
        var change = Build();
        change.Level.ShouldBe(VersionLevel.Major);
        change.Reasons.ShouldBe(["maximum of 'width': 200 -> 150"]);
        Version(change).ShouldBe("2.0.0");
    }

    [Fact]
    public void A_lower_version_is_warned_of_and_refused_when_it_is_stable()
    {
        Champion();
        _model.Write("training-config.yaml", Linear);
        var change = Build();
        var warned = new DiagnosticBag();
        NextVersion.Choose(_model.Project, change, "1.4.3", null, warned).ShouldBe("1.4.3");
        var refused = new DiagnosticBag();
        NextVersion.Choose(_model.Project, change, null, "1.4.3", refused);
        var higher = new DiagnosticBag();
        NextVersion.Choose(_model.Project, change, "3.0.0", null, higher).ShouldBe("3.0.0");

        var warning = warned.ShouldHaveSingleItem();
        warning.Code.ShouldBe(PackageVersionCodes.TooLow);
        warning.Severity.ShouldBe(DiagnosticSeverity.Warning);
        warning.Message.ShouldContain("demands at least 1.5.0");
        refused.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Error);
        higher.ShouldBeEmpty();
    }

    [Fact]
    public void A_champion_that_cannot_be_read_leaves_no_version()
    {
        Build();
        _model.Write("broken.nupkg", "no archive");
        _model.With = project => project with { ChampionPackage = _model.File("broken.nupkg") };
        var diagnostics = new DiagnosticBag();
        NextVersion.Choose(_model.Project, NextVersion.Change(_model.Project), null, null, diagnostics).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackageVersionCodes.Unknown);
        NextVersion.Choose(_model.Project, null, "1.5.0", null, []).ShouldBe("1.5.0");
    }

    private void Champion()
    {
        _model.Pack("1.4.2");
        _model.AgainstFeed();
    }

    private VersionChange Build()
    {
        _model.RunTo(StageNames.Package).Succeeded.ShouldBeTrue();
        return NextVersion.Change(_model.Project)!;
    }

    private string? Version(VersionChange change) => NextVersion.Choose(_model.Project, change, null, null, []);
}
