namespace MlOps.Build.Tests.Packages;

/// <summary>What editors do: builds that ask for the compiler's arguments and compile nothing.</summary>
[Collection(nameof(PackedModel))]
public sealed class EditorTests(PackedModel packed)
{
    private static readonly string[] DesignTime =
    [
        "msbuild", "-restore", "-t:CoreCompile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
        "-nodeReuse:false",
    ];

    [Fact]
    public void An_editor_knows_the_predictor_before_anything_is_trained()
    {
        var folder = packed.WriteModel("editor");

        PackedModel.Run(folder, [.. DesignTime, "-getItem:Compile"]).Output.ShouldContain("Parcels.Predictor.g.cs");
        Predictors(folder).ShouldHaveSingleItem();
        Directory.Exists(Path.Combine(folder, "obj", "mlops", "train")).ShouldBeFalse();
    }

    [Fact]
    public void Without_contract_and_configuration_the_predictor_comes_with_the_first_build()
    {
        var folder = packed.WriteModel("bare", properties: "<MlOpsLabel>good</MlOpsLabel>");
        File.Delete(Path.Combine(folder, "schema.yaml"));
        File.Delete(Path.Combine(folder, "training-config.yaml"));

        PackedModel.Run(folder, DesignTime);
        Predictors(folder).ShouldBeEmpty();
        PackedModel.Run(folder, "build", "-nodeReuse:false");
        File.ReadAllText(Predictors(folder).ShouldHaveSingleItem()).ShouldContain("bool IsYes");
    }

    private static string[] Predictors(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "obj"), "Parcels.Predictor.g.cs", SearchOption.AllDirectories);
}
