namespace MlOps.Build.Tests;

/// <summary>The packed template, installed into a template folder of its own.</summary>
public sealed class TemplateTests(PackedKit kit) : IDisposable
{
    private readonly ModelFolder _model = ModelFolder.Packed(kit.Feed);

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_project_made_from_the_template_builds_with_the_packed_kit()
    {
        string[] hive = ["--debug:custom-hive", _model.At("hive")];
        var package = Path.Combine(_model.At("templates"), $"MlOps.Build.Templates.{PackedKit.Version}.nupkg");
        Run("pack", Path.Combine(Kit.RepositoryRoot, "templates"), "-o", _model.At("templates"), "-nologo",
            $"-p:BaseIntermediateOutputPath={_model.At("templates/obj/")}", $"-p:BaseOutputPath={_model.At("templates/bin/")}");
        Run(["new", "install", package, .. hive]);
        Run(["new", "mlops-skew-test", "--model", "Species", "--modelNamespace", "Penguin.Species", "-o", "tests", .. hive]);
        File.ReadAllText(_model.At("tests/SpeciesSkewTests.cs")).ShouldContain("using Penguin.Species;");
        Run(["new", "mlops-model", "-n", "Penguin.Species", .. hive]);
        var build = _model.Run(["build", "Penguin.Species"]).ShouldSucceed();
        build.Ran.ShouldBe(["data", "profile", "split", "features", "train", "evaluate", "gate", "package", "report"]);
        File.Exists(_model.At("Penguin.Species/bin/Debug/mlops/report.html")).ShouldBeTrue();
        File.ReadAllText(_model.At("Penguin.Species/.gitignore")).ShouldContain("obj/");
    }

    private void Run(params IReadOnlyList<string> arguments) => Dotnet.Run(_model.Root, _model.Variables, arguments).ShouldSucceed();
}
