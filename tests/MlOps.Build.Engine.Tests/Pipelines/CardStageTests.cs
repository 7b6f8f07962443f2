using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>The model card that people write, through the stages.</summary>
public sealed class CardStageTests : IDisposable
{
    private const string Card = "# Ours\n<!-- mlops:begin intended-use -->\r\nParcels.\r\n<!-- mlops:end intended-use -->\r\n";

    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_changed_card_reruns_the_packages_evidence_and_the_report_and_the_text_reaches_both()
    {
        _model.Write("model-card.md", Card);
        _model.RunTo(StageNames.Report).State.ShouldBe(StageState.Ran);
        Built().ShouldContain("<!-- mlops:begin intended-use -->\nParcels.\r\n<!-- mlops:end intended-use -->\n");
        Evidence().Card!.Unwritten.ShouldNotContain("intended-use");
        Evidence().Lineage!.Configuration.ShouldContain(file => file.Path == "model-card.md");

        _model.Write("model-card.md", Card.Replace("Parcels", "Packages", StringComparison.Ordinal));
        var states = ModelPipeline.Stages.Select(stage => new ModelPipeline(_model.Project).Run(stage.Name, null, TestContext.Current.CancellationToken));
        states.Where(outcome => outcome.State != StageState.UpToDate).Select(outcome => outcome.Stage).ShouldBe([StageNames.Package, StageNames.Report]);
        Built().ShouldContain("Packages.\r\n");
        File.ReadAllText(_model.File("model-card.md")).ShouldBe(Card.Replace("Parcels", "Packages", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_file_everything_is_unwritten()
    {
        _model.RunTo(StageNames.Report).State.ShouldBe(StageState.Ran);
        Evidence().Card!.Unwritten.Count.ShouldBe(6);
        File.Exists(_model.File("model-card.md")).ShouldBeFalse();
    }

    [Fact]
    public void A_checklist_may_ask_for_what_is_unwritten()
    {
        _model.Write("model-card.md", Card);
        _model.Write("validation-checklist.md", "- [ ] Complete `card.unwritten == 0`\n- [ ] Begun `card.unwritten < 6`\n");
        _model.RunTo(StageNames.Report).State.ShouldBe(StageState.Ran);
        Evidence().Gate.Items.Select(item => (item.Verdict, item.Observed)).ShouldBe([(Verdict.Fail, 5), (Verdict.Pass, 5)]);
        Evidence().Gate.Items[0].Explanation.ShouldBe("parts of the model card that nobody has written 5 is not == 0");
    }

    [Fact]
    public void A_damaged_card_stops_the_build_before_the_split_and_stays_as_it_is()
    {
        _model.Write("model-card.md", Card + "<!-- mlops:begin intended-use -->\n");
        var outcome = _model.RunTo(StageNames.Report);
        outcome.Stage.ShouldBe(StageNames.Split);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(ReportCodes.CardMark);
        _model.Check().ShouldHaveSingleItem().Position.ShouldBe(new SourcePosition("model-card.md", 5, 1));
        File.ReadAllText(_model.File("model-card.md")).ShouldEndWith("<!-- mlops:begin intended-use -->\n");
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_one_error_and_not_read()
    {
        using (var stream = File.Create(_model.File("model-card.md")))
            stream.SetLength(50 << 20);
        var finding = _model.RunTo(StageNames.Report).Diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(ReportCodes.CardTooLarge);
        finding.Message.ShouldStartWith("the file has 52428800 bytes; a model card may have 1048576.");
        new FileInfo(_model.File("model-card.md")).Length.ShouldBe(50 << 20);
    }

    [Fact]
    public void A_card_in_another_encoding_names_the_byte_and_its_line()
    {
        _model.Write("model-card.md", Encoding.Latin1.GetBytes("# eins\n# gr\u00fcn\n"));
        var finding = _model.RunTo(StageNames.Report).Diagnostics.ShouldHaveSingleItem();
        (finding.Code, finding.Position).ShouldBe((BuildCodes.InputUnreadable, new SourcePosition("model-card.md", 2)));
    }

    [Fact]
    public void Text_outside_of_the_marks_warns_and_the_build_goes_on()
    {
        _model.Write("model-card.md", Card + "lost\n");
        var outcome = _model.RunTo(StageNames.Report);
        outcome.State.ShouldBe(StageState.Ran);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(ReportCodes.CardOutside);
    }

    [Fact]
    public void Outputs_in_the_projects_folder_leave_the_authors_card_alone()
    {
        _model.Write("model-card.md", Card);
        _model.With = project => project with { OutputFolder = project.Folder };
        _model.RunTo(StageNames.Report).State.ShouldBe(StageState.Ran);
        File.Exists(_model.File("report.md")).ShouldBeTrue();
        File.ReadAllText(_model.File("model-card.md")).ShouldBe(Card);
    }

    [Fact]
    public void The_first_files_have_a_card_in_the_reports_language_and_never_over_an_existing_one()
    {
        var project = _model.Project with { ReportLanguage = "ja" };
        new FirstFiles(project).Write([], TestContext.Current.CancellationToken).Select(file => Path.GetFileName(file.Path))
            .ShouldBe(["schema.yaml", "training-config.yaml", "validation-checklist.md", "model-card.md"]);
        File.ReadAllText(_model.File("model-card.md")).ShouldContain("## 想定される用途\n\n<!-- mlops:begin intended-use -->\n");
        _model.Write("model-card.md", Card);
        new FirstFiles(project).Write([], TestContext.Current.CancellationToken)[3].Written.ShouldBeFalse();
        File.ReadAllText(_model.File("model-card.md")).ShouldBe(Card);
    }

    private string Built() => File.ReadAllText(_model.File("bin/mlops/model-card.md"));

    private ModelEvidence Evidence() =>
        JsonSerializer.Deserialize(File.ReadAllBytes(_model.File("bin/mlops/evidence.json")), ContractsJson.Default.ModelEvidence)!;
}
