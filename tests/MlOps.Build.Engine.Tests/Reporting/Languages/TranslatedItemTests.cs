using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Tests.Reporting.Languages;

/// <summary>Items with units, shares, several comparisons and measured limits.</summary>
public sealed class TranslatedItemTests
{
    [Theory]
    [InlineData("size <= 20MB", "模型大小 1.234 MB，至多 20MB", "模型大小 1.234 MB，至多 20MB", "モデルのサイズ 1.234 MB、基準 20MB 以下")]
    [InlineData("size <= 1MB", "模型大小 1.234 MB，不符合 <= 1MB", "模型大小 1.234 MB，不满足 <= 1MB", "モデルのサイズ 1.234 MB、<= 1MB を満たさない")]
    [InlineData("latency.p99 <= 5ms", "單筆延遲（第 99 百分位） 3.200 ms，至多 5ms", "单行延迟（第 99 百分位） 3.200 ms，至多 5ms", "1 行の遅延（99 パーセンタイル） 3.200 ms、基準 5ms 以下")]
    [InlineData("contract.coverage >= 50%", "有規則的欄位 75%，至少 50%", "有规则的列 75%，至少 50%", "規則のある列 75%、基準 50% 以上")]
    [InlineData(
        "auc >= 0.70 and size <= 1MB",
        "ROC AUC 0.774 [0.748, 0.800]，至少 0.70；且 模型大小 1.234 MB，不符合 <= 1MB",
        "ROC AUC 0.774 [0.748, 0.800]，至少 0.70；且 模型大小 1.234 MB，不满足 <= 1MB",
        "ROC AUC 0.774 [0.748, 0.800]、基準 0.70 以上、かつ モデルのサイズ 1.234 MB、<= 1MB を満たさない")]
    [InlineData(
        "auc >= 0.9 or auc >= 0.7 and size <= 20MB",
        "ROC AUC 0.774 [0.748, 0.800]，不符合 >= 0.9；或 ROC AUC 0.774 [0.748, 0.800]，至少 0.7；且 模型大小 1.234 MB，至多 20MB",
        "ROC AUC 0.774 [0.748, 0.800]，不满足 >= 0.9；或 ROC AUC 0.774 [0.748, 0.800]，至少 0.7；且 模型大小 1.234 MB，至多 20MB",
        "ROC AUC 0.774 [0.748, 0.800]、>= 0.9 を満たさない、または ROC AUC 0.774 [0.748, 0.800]、基準 0.7 以上、かつ モデルのサイズ 1.234 MB、基準 20MB 以下")]
    [InlineData(
        "auc >= 0.76 @ 95%",
        "ROC AUC 0.774 [0.748, 0.800]：區間橫跨界限 0.76",
        "ROC AUC 0.774 [0.748, 0.800]：区间跨越界限 0.76",
        "ROC AUC 0.774 [0.748, 0.800]：区間が限界値 0.76 をまたぐ")]
    public void An_item_is_explained_in_the_language(string expression, string traditional, string simplified, string japanese)
    {
        var item = Judge(expression);
        Said(item, "zh-Hant").ShouldBe(traditional);
        Said(item, "zh-Hans").ShouldBe(simplified);
        Said(item, "ja").ShouldBe(japanese);
        Said(item, "en").ShouldBe(item.Explanation);
    }

    // Nothing of the English sentence is left but names, numbers and symbols.
    [Theory]
    [InlineData("auc >= baseline.auc")]
    [InlineData("auc > baseline.auc @ 95%")]
    [InlineData("auc < baseline.auc")]
    [InlineData("auc - logistic_regression.auc >= 0 @ 95%")]
    [InlineData("auc * pr_auc >= 0.1 @ 95%")]
    [InlineData("auc * pr_auc >= baseline.auc @ 95%")]
    [InlineData("log_loss <= 2 * baseline.log_loss")]
    [InlineData("min(slices(\"Wildlife Size\", positives: 30).auc) >= 0.60 and size <= 20MB")]
    public void No_English_is_left(string expression)
    {
        string[] english = ["at least", "at most", "above", "below", "is not", "against", "difference", "straddles", "interval", "compare", "baseline's", "lowest", " and ", "minus"];
        foreach (var code in new[] { "zh-Hant", "zh-Hans", "ja" })
        {
            var said = Said(Judge(expression), code);
            english.Where(word => said.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty(said);
        }
    }

    [Fact]
    public void Words_that_no_comparison_uses_stay_as_they_are() =>
        Said(Judge("auc >= 0.7") with { Explanation = "ROC AUC 0.774, somehow" }, "ja").ShouldBe("ROC AUC 0.774, somehow");

    private static string Said(GateItem item, string code)
    {
        var seen = ItemWords.Of(item, ReportWords.In(ReportLanguage.Find(code)!));
        return seen.Before + seen.Number + seen.After;
    }

    private static GateItem Judge(string expression)
    {
        var diagnostics = new DiagnosticBag();
        var checklist = Checklist.Parse("c.md", $"- [ ] Item `{expression}`\n", diagnostics)!;
        var facts = new GateFacts
        {
            Evaluation = SampleReports.Birdstrikes().Evaluation,
            Checks =
            [
                new CheckValue { Name = "size", Value = 1_234_000 }, new CheckValue { Name = "latency.p99", Value = 0.0032 },
                new CheckValue { Name = "contract.coverage", Value = 0.75 },
            ],
        };
        var gate = GateJudge.Judge(checklist, facts, diagnostics);
        diagnostics.ShouldBeEmpty();
        return gate.ShouldNotBeNull().Items.Single();
    }
}
