using Microsoft.Build.Logging.StructuredLogger;

namespace MlOps.Build.Tests;

/// <summary>What MSBuild's binary log holds of a build.</summary>
public sealed class BinaryLogTests : IDisposable
{
    private readonly ModelFolder _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void An_error_has_a_place_a_code_and_a_page_and_neither_subcategory_nor_end()
    {
        _model.Write("Model/validation-checklist.md", "- [ ] Perfect `auc >= 1.5`\n");
        var log = _model.At("build.binlog");
        _model.Build($"-bl:{log}").Succeeded.ShouldBeFalse();
        var error = Find<Error>(BinaryLog.ReadBuild(log)).Single();
        (error.Code, error.File, error.LineNumber).ShouldBe(("MLOPS4001", _model.At("Model/validation-checklist.md"), 1));
        (error.Subcategory ?? "", error.EndLineNumber, error.EndColumnNumber).ShouldBe(("", 0, 0));
    }

    [Fact]
    public void Each_stage_is_a_target_of_its_own_and_details_are_in_the_log()
    {
        var log = _model.At("build.binlog");
        _model.Build($"-bl:{log}").ShouldSucceed();
        var build = BinaryLog.ReadBuild(log);
        Find<Target>(build).Select(target => target.Name).ShouldHoldInOrder(
            "MlOpsValidateData", "MlOpsSplit", "MlOpsBuildFeatures", "MlOpsTune", "MlOpsTrain", "MlOpsBacktest", "MlOpsEvaluate", "MlOpsCheckModel",
            "MlOpsMeasure", "MlOpsGate", "MlOpsReport", "MlOpsEnforceGate", "CoreCompile");
        Find<Message>(build).ShouldContain(message => message.Text.Contains("step 1, loss", StringComparison.Ordinal));
    }

    private static List<T> Find<T>(Microsoft.Build.Logging.StructuredLogger.Build build)
        where T : BaseNode
    {
        var found = new List<T>();
        build.VisitAllChildren<T>(found.Add, TestContext.Current.CancellationToken);
        return found;
    }
}
