using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>What can be known before the training is said before the training.</summary>
public sealed class EarlyErrorTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("- [ ] Good `aucc >= 0.5`\n", GateCodes.UnknownName)]
    [InlineData("- [ ] Good `rmse <= 5`\n", GateCodes.UnknownName)]
    [InlineData("- [ ] Good `min(slices('width').auc) > 0`\n", GateCodes.UnknownSlice)]
    [InlineData("# Nothing to check\n", GateCodes.NoItems)]
    public void A_checklist_that_cannot_be_judged_stops_the_build_before_the_split(string checklist, string code)
    {
        _model.Write("validation-checklist.md", checklist);
        var outcome = _model.RunTo(StageNames.Report);
        outcome.Stage.ShouldBe(StageNames.Split);
        var finding = outcome.Diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Position.File.ShouldBe("validation-checklist.md");
        _model.Check().ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_checklist_that_nobody_configured_a_model_for_is_checked_against_the_guessed_one()
    {
        File.Delete(_model.File("training-config.yaml"));
        _model.Write("validation-checklist.md", "- [ ] Good `aucc >= 0.5`\n");
        _model.RunTo(StageNames.Report).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(GateCodes.UnknownName);
    }

    [Fact]
    public void A_changed_checklist_leaves_the_split_up_to_date()
    {
        _model.RunTo(StageNames.Split).State.ShouldBe(StageState.Ran);
        _model.Write("validation-checklist.md", "- [ ] Good `auc >= 0.5`\n");
        _model.RunTo(StageNames.Split).State.ShouldBe(StageState.UpToDate);
    }

    [Fact]
    public void A_label_among_the_features_is_found_without_a_build()
    {
        _model.Write("training-config.yaml", TinyModel.Configuration + "features: [width, good]\n");
        var finding = _model.Check().ShouldHaveSingleItem();
        finding.Code.ShouldBe(FeatureCodes.LabelAsFeature);
        finding.Position.ShouldBe(new SourcePosition("training-config.yaml", 5, 19));
    }

    [Theory]
    [InlineData("schema.yaml")]
    [InlineData("training-config.yaml")]
    [InlineData("validation-checklist.md")]
    public void A_file_in_another_encoding_names_the_byte_and_its_line(string file)
    {
        _model.Write(file, Encoding.Latin1.GetBytes("# eins\n# gr\u00fcn\n"));
        var finding = _model.RunTo(StageNames.Report).Diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(BuildCodes.InputUnreadable);
        finding.Position.ShouldBe(new SourcePosition(file, 2));
        finding.Message.ShouldBe("byte 0xFC is not UTF-8; the file may be Latin-1 or Windows-1252. Save it as UTF-8.");
        _model.Check().ShouldHaveSingleItem().ShouldBe(finding);
    }

    [Fact]
    public void A_label_property_that_names_no_column_is_an_error_and_writes_nothing()
    {
        File.Delete(_model.File("training-config.yaml"));
        var project = _model.Project with { LabelColumn = "goood" };
        var diagnostics = new DiagnosticBag();
        new FirstFiles(project).Write(diagnostics, TestContext.Current.CancellationToken).ShouldBeEmpty();
        var finding = diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(BuildCodes.UnknownPropertyValue);
        finding.Message.ShouldBe("MlOpsLabel is 'goood', which is no column of the data. Did you mean 'good'?");
        File.Exists(_model.File("schema.yaml")).ShouldBeFalse();
        new ModelPipeline(project).Run(StageNames.Data, null, TestContext.Current.CancellationToken).Diagnostics.ShouldBe([finding]);
    }

    [Theory]
    [InlineData("columns: [unclosed\n", ProjectCodes.YamlSyntax)]
    [InlineData("columns:\n  width:\n    type: int64\n", ProjectCodes.InvalidValue)]
    public void A_contract_that_cannot_be_brought_up_to_date_is_an_error_and_stays(string contract, string code)
    {
        _model.Write("schema.yaml", contract);
        var diagnostics = new DiagnosticBag();
        new FirstFiles(_model.Project).WriteSchema(diagnostics, TestContext.Current.CancellationToken).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
        File.ReadAllText(_model.File("schema.yaml")).ShouldBe(contract);
    }
}
