using System.Globalization;
using System.Text;

namespace MlOps.Build.Benchmarks.Comparison;

/// <summary>The page with every metric against scikit-learn.</summary>
internal static class MetricTablePage
{
    /// <summary>The page in a repository.</summary>
    public static string File(string root) => Path.Combine(root, "docs", "guides", "metrics-compared.md");

    /// <summary>The page as measured on the committed cases.</summary>
    public static string Text(string root)
    {
        var cases = ComparedCase.All(root);
        var text = new StringBuilder();
        text.Append(FormattableString.Invariant($"""
            # Every metric against scikit-learn

            Measured on the {cases.Count} committed cases of `tests/MlOps.Build.Engine.Tests/Evaluation/Expected` (scikit-learn 1.2.1, NumPy 1.24.2; the
            scripts that made them are beside them): ties, weights and degenerate rows included. A test holds this page to what is measured. Write it
            again with

            ```text
            dotnet run --project benchmarks/MlOps.Build.Benchmarks -- metrics
            ```

            | metric | compared with | values compared | no value in both | largest absolute difference | relative to max(1, value) |
            |---|---|--:|--:|--:|--:|

            """).ReplaceLineEndings("\n"));
        foreach (var (name, agreement) in MetricAgreement.Of(cases))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {ComparedWith.All[name]} | {agreement.Compared} | {agreement.Undefined} | ")
                .Append(CultureInfo.InvariantCulture, $"{Number(agreement.Absolute)} | {Number(agreement.Relative)} |\n");
        }

        return text.Append("""

            A family of metrics stands for those of its members that the cases hold. Differences are those of float64 arithmetic; large ones belong to
            large values (`mape` of labels at 0). Where scikit-learn raises an error, decrees a value with a warning, or lets the caller choose one, the
            cases expect no value: see [metrics](metrics.md).

            """.ReplaceLineEndings("\n")).ToString();
    }

    private static string Number(double difference) => difference == 0 ? "0" : difference.ToString("0e-0", CultureInfo.InvariantCulture);
}
