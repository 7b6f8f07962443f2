namespace MlOps.Build.Tool.Tests;

public sealed class ReportTests(BuiltProject project) : IClassFixture<BuiltProject>
{
    [Theory]
    [InlineData("md", "report.md")]
    [InlineData("html", "report.html")]
    [InlineData("json", "evidence.json")]
    [InlineData("card", "model-card.md")]
    public void A_report_is_what_the_build_renders(string format, string file)
    {
        var built = File.ReadAllText(project.Folder[$"obj/mlops/report/{file}"]);

        project.Folder.Run("report", "obj/mlops/report/evidence.json", "--format", format).Output.ShouldBe(built);
        project.Folder.Run("report", ".", "--format", format).Output.ShouldBe(built);
        project.Folder.Run("report", ".", "--format", format, "-o", "out").Output.ShouldStartWith($"{format} written: ");
        File.ReadAllText(project.Folder["out"]).ShouldBe(built);
    }

    [Fact]
    public void A_package_reports_with_its_version()
    {
        var evidence = File.ReadAllText(project.Folder["obj/mlops/report/evidence.json"]);
        TinyPackage.Write(project.Folder, evidence: evidence);

        var run = project.Folder.Run("report", "rain.nupkg");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain("Version 1.4.2-local.g");
    }

    [Fact]
    public void A_package_without_evidence_is_a_finding()
    {
        using var folder = new ToolFolder();
        TinyPackage.Write(folder);

        var run = folder.Run("report", "rain.nupkg");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("error MLOPS4303: the package has no 'mlops/evidence.json'.");
    }

    [Fact]
    public void A_project_that_was_not_built_is_a_finding()
    {
        using var folder = new ToolFolder();
        folder.Write("Rain.csproj", "<Project />");

        folder.Run("report", ".").Error.ShouldContain("error MLOPS4303: the project has no evidence yet. Build it with 'dotnet build' first.");
    }

    [Fact]
    public void An_unknown_format_and_json_without_output_are_wrong_command_lines()
    {
        project.Folder.Run("report", ".", "--format", "docx").ExitCode.ShouldBe(ExitCodes.Usage);
        project.Folder.Run("report", ".", "--json").ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_finding() =>
        project.Folder.Run("report", "nowhere.json").Error.ShouldContain("error MLOPS4301: cannot be read: ");
}
