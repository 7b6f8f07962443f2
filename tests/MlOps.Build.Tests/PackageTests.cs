using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace MlOps.Build.Tests;

/// <summary>The packed kit in a folder feed, restored with an empty package cache.</summary>
public sealed class PackageTests(PackedKit kit) : IDisposable
{
    private readonly ModelFolder _model = ModelFolder.Packed(kit.Feed);

    public void Dispose() => _model.Dispose();

    [Fact]
    public void The_package_holds_targets_and_tasks_and_depends_on_nothing()
    {
        using var package = ZipFile.OpenRead(Path.Combine(kit.Feed, $"MlOps.Build.{PackedKit.Version}.nupkg"));
        var names = package.Entries.Select(entry => entry.FullName).ToList();
        foreach (var expected in new[]
        {
            "build/MlOps.Build.props", "build/MlOps.Build.targets", "buildMultiTargeting/MlOps.Build.targets",
            "tasks/net10.0/MlOps.Build.dll", "tasks/net10.0/MlOps.Build.deps.json", "tasks/net10.0/MlOps.Build.Engine.dll",
            "tasks/net10.0/runtimes/linux-x64/native/libe_sqlite3.so", "tasks/net10.0/runtimes/win-x64/native/e_sqlite3.dll",
            "tasks/net10.0/runtimes/osx-arm64/native/libe_sqlite3.dylib", "docs/diagnostics/MLOPS0200.md",
        })
        {
            names.ShouldContain(expected);
        }

        names.ShouldNotContain(name => name.StartsWith("lib/", StringComparison.Ordinal));
        names.ShouldNotContain(name => name.StartsWith("buildTransitive/", StringComparison.Ordinal));
        names.ShouldNotContain(name => name.Contains("Microsoft.Build", StringComparison.Ordinal));
        using var nuspec = package.GetEntry("MlOps.Build.nuspec")!.Open();
        var elements = XDocument.Load(nuspec).Descendants().ToList();
        elements.ShouldNotContain(element => element.Name.LocalName == "dependency");
        elements.Single(element => element.Name.LocalName == "developmentDependency").Value.ShouldBe("true");
    }

    [Fact]
    public void A_consumer_of_a_model_sees_the_runtime_alone_and_no_target_of_ours()
    {
        _model.Run(["pack", "Model", "-o", _model.At("models"), "-p:MlOpsPackageVersion=1.0.0"]).ShouldSucceed();
        _model.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestoreAdditionalProjectSources>../models</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Model" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        _model.Run(["build", "App"]).ShouldSucceed().Ran.ShouldBeEmpty();
        using var assets = JsonDocument.Parse(File.ReadAllText(_model.At("App/obj/project.assets.json")));
        assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).Order()
            .ShouldBe(["MlOps.Build.Contracts", "MlOps.Build.Inference", "Model"]);
        File.ReadAllText(_model.At("App/obj/App.csproj.nuget.g.targets")).ShouldNotContain("MlOps");
    }

    [Fact]
    public void Packing_with_a_dependency_on_the_kit_is_an_error()
    {
        var project = File.ReadAllText(_model.At("Model/Model.csproj"));
        _model.Write("Model/Model.csproj", project.Replace(" PrivateAssets=\"all\"", "", StringComparison.Ordinal));
        var run = _model.Run(["pack", "Model"]);
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain("error MLOPS0210: the package would depend on MlOps.Build");
    }

    [Fact]
    public void The_champions_package_takes_the_place_of_training()
    {
        _model.Run(["pack", "Model", "-o", _model.At("models"), "-p:MlOpsPackageVersion=1.2.3"]).ShouldSucceed();
        Directory.Delete(_model.State, recursive: true);
        Directory.Delete(_model.Cache, recursive: true);
        File.Delete(_model.At("Model/data.csv"));
        var use = _model.Build("--no-restore", "-p:MlOpsMode=use", $"-p:MlOpsFeed={_model.At("models")}").ShouldSucceed();
        use.Ran.ShouldBeEmpty();
        use.Output.ShouldContain("champion  Model 1.2.3, evidence ");
        File.Exists(Path.Combine(_model.Output, "model.onnx")).ShouldBeTrue();
    }

    [Fact]
    public void Without_a_champion_using_it_is_an_error_that_says_where_it_looked()
    {
        var run = _model.Build("-p:MlOpsMode=use", $"-p:MlOpsFeed={_model.At("models")}");
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain("error MLOPS0208: MlOpsMode is 'use', but the folder");
        run.Output.ShouldContain($"'{_model.At("models")}' (MlOpsFeed) holds no version of 'Model'.");
    }
}
