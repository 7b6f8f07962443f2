using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Pipelines.Champions;

/// <summary>A champion that cannot be compared fairly leaves the gate undecided, with the reason.</summary>
public sealed class UnfitChampionTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_champion_trained_on_todays_test_rows()
    {
        _model.Pack();
        _model.Write("training-config.yaml", TinyModel.Configuration + "seed: 99\n");
        var reason = Undecided(ChampionCodes.SawTestRows);
        var overlap = _model.Evaluation().Champion.ShouldNotBeNull().Overlap.ShouldNotBeNull();
        overlap.Rows.ShouldBe(_model.Evaluation().Rows);
        overlap.Trained.ShouldBeGreaterThan(overlap.Rows / 2);
        reason.ShouldBe(FormattableString.Invariant(
            $"{overlap.Trained} of {overlap.Rows} test rows ({overlap.Share * 100:0.0} %) were trained on by the champion; at most 1 % may be ('champion_overlap_limit')"));
    }

    [Fact]
    public void A_share_that_the_configuration_allows_is_compared()
    {
        _model.Pack();
        _model.Write("training-config.yaml", TinyModel.Configuration + "seed: 99\nevaluation:\n  champion_overlap_limit: 1\n");
        _model.AgainstFeed().RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        _model.Evaluation().References[^1].NotCompared.ShouldBeNull();
        _model.Evaluation().Champion.ShouldNotBeNull().Overlap.ShouldNotBeNull().Trained.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_champion_of_another_label()
    {
        _model.Pack();
        _model.Write("training-config.yaml", TinyModel.Configuration.Replace("label:\n", "label:\n  name: fine\n", StringComparison.Ordinal));
        Undecided(ChampionCodes.Incompatible).ShouldBe("it predicts 'good', this model predicts 'fine'");
    }

    [Fact]
    public void A_champion_of_another_task()
    {
        _model.Pack(change: parts => parts.Replace(
            _model, PartNames.Signature, ContractsJson.Default.ModelSignature, signature => signature with { Task = LearningTask.Regression }));
        Undecided(ChampionCodes.Incompatible).ShouldBe("its task is regression, this model's is binary");
    }

    [Fact]
    public void A_champion_of_other_classes()
    {
        _model.Pack(change: parts => parts.Replace(
            _model, PartNames.Signature, ContractsJson.Default.ModelSignature, signature => signature with { Classes = ["a", "b"] }));
        Undecided(ChampionCodes.Incompatible).ShouldStartWith("its classes are 'a', 'b', this model's are ");
    }

    [Fact]
    public void A_champion_whose_column_is_gone()
    {
        _model.Pack();
        var text = File.ReadAllText(_model.File("data.csv"));
        _model.Write("data.csv", text.Replace("width,height", "breadth,height", StringComparison.Ordinal));
        Undecided(ChampionCodes.ColumnsMissing).ShouldBe("it takes 'width', which today's data do not have");
    }

    [Fact]
    public void A_champion_whose_column_has_another_type()
    {
        _model.Pack();
        var lines = File.ReadAllLines(_model.File("data.csv"));
        _model.Write("data.csv", string.Join('\n', lines.Select((line, row) => row == 0 ? line : "w" + line)) + "\n");
        Undecided(ChampionCodes.ColumnsMissing).ShouldBe("it takes 'width' as int64, today's data hold it as string");
    }

    [Fact]
    public void A_champion_whose_package_was_changed()
    {
        var path = _model.Pack();
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Undecided(ChampionCodes.Unreadable).ShouldStartWith("its package cannot be opened as a package: ");
    }

    [Fact]
    public void A_champion_that_is_not_there()
    {
        _model.With = project => project with { ChampionPackage = _model.File("gone.nupkg") };
        Undecided(ChampionCodes.Unreadable, feed: false).ShouldBe("the file does not exist");
    }

    [Fact]
    public void A_champion_without_its_training_rows()
    {
        _model.Pack(change: parts => parts.Remove(PartNames.TrainingRows));
        Undecided(ChampionCodes.SawTestRows).ShouldBe(
            "it cannot be told whether the champion was trained on today's test rows: its package holds no 'mlops/training-rows.json' that can be read");
    }

    [Fact]
    public void A_champion_whose_filter_is_no_filter()
    {
        _model.Pack(change: parts => parts.Replace(
            _model, PartNames.TrainingRows, ContractsJson.Default.TrainingRowFilter, filter => filter with { Bits = long.MaxValue }));
        Undecided(ChampionCodes.SawTestRows).ShouldContain("'mlops/training-rows.json' that can be read");
    }

    [Fact]
    public void A_champion_with_an_operator_that_nobody_knows()
    {
        _model.Pack(change: parts =>
        {
            var model = OnnxModelReader.Read(File.ReadAllBytes(parts[PartNames.Model]));
            var nodes = model.Graph.Nodes.Select(node => node with { Operator = "Teleport" }).ToList();
            parts.Replace(_model, PartNames.Model, OnnxModelWriter.Write(model with { Graph = model.Graph with { Nodes = nodes } }));
        });
        var reason = Undecided(ChampionCodes.Failed);
        reason.ShouldStartWith("it cannot be run: ");
        reason.ShouldContain("Teleport");
    }

    [Fact]
    public void A_champion_that_is_no_model()
    {
        _model.Pack(change: parts => parts.Replace(_model, PartNames.Model, "no model"u8.ToArray()));
        Undecided(ChampionCodes.Failed).ShouldStartWith("it cannot be run: ");
    }

    /// <summary>Builds against the feed, and checks what the warning, the evaluation and the gate say alike.</summary>
    private string Undecided(string code, bool feed = true)
    {
        _model.Write("validation-checklist.md", "- [ ] Not worse `auc - champion.auc >= -0.01 @ 95% when champion`\n");
        if (feed)
            _model.AgainstFeed();
        var outcome = _model.RunTo(StageNames.Evaluate);
        outcome.Succeeded.ShouldBeTrue();
        var warning = outcome.Diagnostics.Where(finding => finding.Code != EvaluationCodes.FewTestRows).ShouldHaveSingleItem();
        warning.Severity.ShouldBe(DiagnosticSeverity.Warning);
        warning.Code.ShouldBe(code);
        var evaluation = _model.Evaluation();
        var champion = evaluation.References.Single(reference => reference.Name == "champion");
        var reason = champion.NotCompared.ShouldNotBeNull();
        evaluation.Champion.ShouldNotBeNull().NotCompared.ShouldBe(reason);
        champion.Metrics.ShouldBeEmpty();
        warning.Message.ShouldStartWith($"the {champion.DisplayName} is not compared: {reason}. ");
        _model.RunTo(StageNames.Gate);
        var item = _model.Read(StageNames.Gate, StageFiles.GateSummary, ContractsJson.Default.GateSummary).Items.ShouldHaveSingleItem();
        item.Verdict.ShouldBe(Verdict.Undecided);
        item.Explanation.ShouldBe($"the {champion.DisplayName} was not compared: {reason}");
        return reason;
    }
}
