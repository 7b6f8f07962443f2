namespace MlOps.Build.Tests;

/// <summary>An ensemble of a model project that it refers to: MSBuild builds the other first.</summary>
public sealed class MemberProjectTests : IDisposable
{
    private readonly ModelFolder _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>", "-m")]
    [InlineData("<TargetFramework>net10.0</TargetFramework>", "-graph")]
    [InlineData(
        "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>"
        + "<DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>",
        "-m")]
    public void The_other_model_is_built_first_and_another_one_trains_again(string frameworks, string switchName)
    {
        _model.AddProject("Other", "<TargetFramework>net10.0</TargetFramework>");
        _model.Write("Model/Model.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{frameworks}</PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Other/Other.csproj" ReferenceOutputAssembly="false" OutputItemType="MlOpsModel" />
                <MlOpsData Include="data.csv" />
              </ItemGroup>
            </Project>
            """);
        _model.Write("Model/training-config.yaml", """
            task: binary
            label:
              name: good
              column: good
              positive: ["yes"]
            trainer: ensemble
            ensemble:
              members: [{ project: ../Other/Other.csproj }, logistic-regression]
              method: voting
            evaluation:
              resamples: 100
            """);
        var first = _model.Build(switchName).ShouldSucceed();
        first.Times("train").ShouldBe(2);
        first.Output.IndexOf("gradient-boosted trees", StringComparison.Ordinal).ShouldBeLessThan(first.Output.IndexOf("ensemble of 2", StringComparison.Ordinal));
        _model.Build(switchName, "--no-restore").ShouldSucceed().Ran.ShouldBeEmpty();
        _model.Write("Other/training-config.yaml", ModelFolder.Configuration.Replace("num_iterations: 5", "num_iterations: 7", StringComparison.Ordinal));
        _model.Build(switchName, "--no-restore").ShouldSucceed().Times("train").ShouldBe(2);
    }
}
