using System.Text.Json;

namespace MlOps.Build.Tests.Packages;

/// <summary>Applications outside of the repository that use the packed model.</summary>
[Collection(nameof(PackedModel))]
public sealed class ApplicationTests(PackedModel packed)
{
    internal const string Program = """
        var predictor = new Parcels.ParcelsPredictor();
        var prediction = predictor.Predict(new Parcels.ParcelsInput { Width = 90, Height = 80, Colour = "red" });
        Console.WriteLine($"self-test {predictor.SelfTest().Passed}, {prediction.IsYes}");
        """;

    [Fact]
    public void An_application_restores_the_model_and_predicts_and_nothing_of_the_kit_runs_there()
    {
        var folder = packed.WriteApplication("plain", Program);

        PackedModel.Run(folder, "run").Output.ShouldContain("self-test True, True");
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).Order()
            .ShouldBe(["MlOps.Build.Contracts", "MlOps.Build.Inference", "Parcels"]);
        PackedModel.Run(folder, "msbuild", "-preprocess:all.xml");
        File.ReadAllText(Path.Combine(folder, "all.xml")).ShouldNotContain("_MlOps", Case.Sensitive);
    }

    [Fact]
    public void Dependency_injection_gives_the_predictor()
    {
        const string Injecting = """
            using Microsoft.Extensions.DependencyInjection;
            using var services = new ServiceCollection().AddParcels(selfTest: true).AddParcels().BuildServiceProvider();
            var one = services.GetServices<Parcels.ParcelsPredictor>().Single();
            Console.WriteLine($"self-test {one.SelfTest().Passed}");
            """;
        var folder = packed.WriteApplication("injecting", Injecting, "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />");

        PackedModel.Run(folder, "run").Output.ShouldContain("self-test True");
    }

    [Fact]
    public void Renaming_a_feature_breaks_the_compile()
    {
        var package = packed.Pack("renamed", heightColumn: "tallness");
        File.Copy(package, Path.Combine(packed.Feed, Path.GetFileName(package)));

        var version = Path.GetFileNameWithoutExtension(package)["Parcels.".Length..];
        var run = PackedModel.TryRun(packed.WriteApplication("broken", Program, version: version), "build", "-tl:off");
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain("error CS0117: 'ParcelsInput' does not contain a definition for 'Height'");
    }
}
