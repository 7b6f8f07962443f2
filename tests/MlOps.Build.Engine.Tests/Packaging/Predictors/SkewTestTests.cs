using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Predictors;
using static MlOps.Build.Engine.Tests.Packaging.Predictors.Signatures;

namespace MlOps.Build.Engine.Tests.Packaging.Predictors;

/// <summary>What applications test a predictor with compiles against it.</summary>
public sealed class SkewTestTests
{
    private static readonly PredictorOptions Model = Options(LearningTask.Binary, Input("x")) with { Name = "Strikes", Namespace = "Birds.Strikes" };

    [Fact]
    public void The_template_compiles_against_a_generated_predictor()
    {
        var test = File.ReadAllText(RepositoryFile.At("templates", "mlops-skew-test", "ModelNameSkewTests.cs"))
            .Replace("ModelNamespace", "Birds.Strikes", StringComparison.Ordinal).Replace("ModelName", "Strikes", StringComparison.Ordinal);
        GeneratedCode.Findings(PredictorSource.Generate(Model), test).Where(finding => !finding.Contains("CS1591", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Registration_replays_golden_rows_when_it_is_asked_to()
    {
        const string Application = """
            using Microsoft.Extensions.DependencyInjection;

            internal static class Application
            {
                public static IServiceCollection Configure(IServiceCollection services) => services.AddStrikes().AddStrikes(selfTest: true);
            }
            """;
        GeneratedCode.Findings(PredictorSource.Generate(Model with { AddServices = true }), Application).ShouldBeEmpty();
    }
}
