using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class EnvironmentTests
{
    [Fact]
    public void Evidence_holds_what_the_model_was_made_from_and_with()
    {
        using var tiny = new TinyModel();
        tiny.RunTo(StageNames.Report, tiny.Project with { TargetFrameworks = ["net10.0", "netstandard2.0"] }).Succeeded.ShouldBeTrue();
        var evidence = Evidence(tiny);
        evidence.Environment.ShouldNotBeNull().TargetFrameworks.ShouldBe(["net10.0", "netstandard2.0"]);
        evidence.Environment.Framework.ShouldBe($".NET {Environment.Version.Major}.{Environment.Version.Minor}");
        var lineage = evidence.Lineage.ShouldNotBeNull();
        lineage.Data.ShouldBe(evidence.Data.Files);
        lineage.Configuration.ShouldHaveSingleItem().Path.ShouldBe("training-config.yaml");
        lineage.Stages.Keys.ShouldBe(["data", "split", "features", "train", "evaluate"]);
        evidence.Package.ShouldNotBeNull().Parts.Select(part => part.Path).ShouldBe(["mlops/golden.json", "mlops/model.onnx", "mlops/signature.json"]);
    }

    [Fact]
    public void Evidence_is_the_same_from_two_folders_and_names_neither_folder_nor_machine_nor_user()
    {
        using var one = new TinyModel();
        using var other = new TinyModel();
        one.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        other.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        foreach (var file in new[] { "report/evidence.json", "package/lineage.json", "report/report.md", "report/model-card.md", "report/report.html" })
        {
            var text = File.ReadAllText(one.File("obj/mlops/" + file));
            text.ShouldBe(File.ReadAllText(other.File("obj/mlops/" + file)));
            text.ShouldNotContain(Path.GetFileName(one.Project.Folder));
            text.ShouldNotContain(Environment.MachineName);
            text.ShouldNotContain(Path.Combine(Path.GetTempPath(), "x")[..^1]);
        }
    }

    [Fact]
    public void A_comment_in_the_configuration_changes_the_lineage_and_not_the_model()
    {
        using var tiny = new TinyModel();
        tiny.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var before = Evidence(tiny);
        tiny.Write("training-config.yaml", TinyModel.Configuration + "# looked at again\n");
        tiny.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var after = Evidence(tiny);
        after.Lineage!.Configuration.ShouldNotBe(before.Lineage!.Configuration);
        after.Lineage.Stages.ShouldBe(before.Lineage.Stages);
        after.Package!.Parts.ShouldBe(before.Package!.Parts);
    }

    [Fact]
    public void Each_report_has_the_section_and_folds_its_tables()
    {
        var model = SampleReports.Birdstrikes();
        HtmlReport.Render(model).ShouldContain("<section id=\"environment\">");
        MarkdownReport.Render(model).ShouldContain(
            "## Environment\n\nBuilt with MlOps.Build 0.1.0 on .NET 10.0 from 3 files. Its package serves net10.0, netstandard2.0. "
            + "The same files give the same model on any machine; commit and machine stand in the package's envelope.\n\n<details><summary>");
        ModelCard.Render(model).ShouldContain("### Environment\n\nBuilt with MlOps.Build 0.1.0");
    }

    [Fact]
    public void Evidence_of_a_package_tells_what_its_envelope_knows_but_for_the_person()
    {
        var text = MarkdownReport.Render(SampleReports.Birdstrikes() with { Envelope = SampleLineage.Envelope });
        text.ShouldContain("| commit | 1d2e3f4 |");
        text.ShouldContain("| operating system | linux |");
        text.ShouldContain("| framework | .NET 10.0.1 |");
        text.ShouldNotContain("somebody");
    }

    [Fact]
    public void Evidence_from_before_has_no_such_section() =>
        MarkdownReport.Render(SampleReports.Birdstrikes() with { Environment = null, Lineage = null, Package = null }).ShouldNotContain("## Environment");

    private static ModelEvidence Evidence(TinyModel tiny) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(tiny.File("obj/mlops/report/evidence.json")), ContractsJson.Default.ModelEvidence)!;
}
