using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Tests.Gates;

public sealed class GateScopeTests
{
    private const string Config =
        """
        task: binary
        label:
          column: Damaged
        trainer: gradient-boosted-trees
        compare_with: [logistic-regression]
        seed: 7
        split:
          by: random
        evaluation:
          confidence: 0.9
          slices: [Wildlife Size]
          fairness: [Sex]
        """;

    [Theory]
    [InlineData("auc - logistic_regression.auc >= 0 @ 90%", null)]
    [InlineData("min(slices('Wildlife Size').auc) > baseline.auc when champion", null)]
    [InlineData("auc - linear_regression.auc >= 0", GateCodes.UnknownName)]
    [InlineData("auc >= 0.7 @ 95%", GateCodes.WrongConfidence)]
    [InlineData("min(slices('Airport').auc) > 0", GateCodes.UnknownSlice)]
    [InlineData("disparate_impact('Sex') >= 0.8 @ 90%", null)]
    [InlineData("disparate_impact('Age') >= 0.8", GateCodes.UnknownSlice)]
    [InlineData("disparate_impact() >= 0.8", GateCodes.WrongKind)]
    public void A_checklist_is_checked_against_the_configuration_before_anything_is_trained(string expression, string? code)
    {
        var diagnostics = new DiagnosticBag();
        var config = TrainingConfigFile.Parse("training-config.yaml", Config, diagnostics);
        diagnostics.ShouldBeEmpty();
        var checklist = Checklist.Parse("c.md", $"- [ ] `{expression}`", diagnostics)!;
        ChecklistCheck.Run(checklist, GateScope.Of(config!), diagnostics).ShouldBe(code is null);
        diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(code is null ? [] : [code]);
    }
}
