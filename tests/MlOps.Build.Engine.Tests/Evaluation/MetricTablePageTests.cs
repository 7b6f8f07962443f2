using MlOps.Build.Benchmarks.Comparison;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Tests.Evaluation;

/// <summary>docs/guides/metrics-compared.md, which <c>benchmarks -- metrics</c> writes.</summary>
public sealed class MetricTablePageTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void The_page_is_what_is_measured() =>
        File.ReadAllText(MetricTablePage.File(Root)).ReplaceLineEndings("\n").ShouldBe(
            MetricTablePage.Text(Root), "write it again with: dotnet run --project benchmarks/MlOps.Build.Benchmarks -- metrics");

    [Fact]
    public void The_page_names_every_metric_and_every_family()
    {
        var page = File.ReadAllText(MetricTablePage.File(Root));
        foreach (var name in MetricRegistry.All.Select(metric => metric.Name).Concat(MetricFamilies.All.Select(family => family.Pattern)))
            page.ShouldContain($"| `{name}` |");
    }

    [Fact]
    public void Every_metric_is_compared_in_many_cases_and_agrees()
    {
        foreach (var (name, agreement) in MetricAgreement.Of(ComparedCase.All(Root)))
        {
            agreement.Compared.ShouldBeGreaterThanOrEqualTo(40, name);
            agreement.Disagreeing.ShouldBe(0, name);
            agreement.Relative.ShouldBeLessThan(1e-10, name);
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "docs", "guides", "metrics.md")))
            folder = Path.GetDirectoryName(folder).ShouldNotBeNull();
        return folder;
    }
}
