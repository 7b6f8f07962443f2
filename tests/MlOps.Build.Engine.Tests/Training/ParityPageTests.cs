using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Training.Boosting.Objectives;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary><c>docs/guides/onnx-parity.md</c> lists what the parity tests run: whatever is added to a catalog has to be added to it.</summary>
public sealed class ParityPageTests
{
    private const string Probabilities = "1e-5 absolute";
    private const string Numbers = "1e-4 relative";

    [Fact]
    public void The_page_lists_every_trainer_loss_and_transformation()
    {
        var file = RepositoryFile.At("docs", "guides", "onnx-parity.md");
        if (Environment.GetEnvironmentVariable("MLOPS_APPROVE") == "1")
            File.WriteAllText(file, Page());
        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(Page(), "run this test with MLOPS_APPROVE=1");
    }

    private static string Page()
    {
        var text = new StringBuilder("""
            # Agreement with ONNX Runtime

            Every model file is run by the managed interpreter that serves it and by ONNX Runtime, on every row of the sets named here, and the tests fail when
            they differ by more than the tolerance, or in the class unless the two best are within 1e-6. Rows with missing values are among them where a trainer takes those.
            The page is made by a test from the catalogs, so nothing can be added without being compared.

            ## Trainers

            | trainer | task | rows | tolerance |
            |---|---|---:|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (trainer, task, request) in ModelBytes.Cases())
            Row(text, $"`{trainer.Name}`", Word(task), request.Validation.Labels.Length.ToString("N0", CultureInfo.InvariantCulture), Of(task));
        foreach (var method in EnsembleConfigReader.Methods.Keys)
        {
            var numbers = method != "cascade";
            Row(
                text,
                $"`ensemble`, `{method}`",
                numbers ? "binary, multiclass, regression" : "binary, multiclass",
                numbers ? "of `credit`, `iris` and `diabetes`" : "of `credit` and `iris`",
                numbers ? $"{Probabilities}, {Numbers}" : Probabilities);
        }

        foreach (var method in TrainingConfigReader.Calibrations.Keys)
            Row(text, $"`calibration: {method}`", "binary", "as above", Probabilities);
        foreach (var method in IntervalConfigReader.Methods.Keys)
            Row(text, $"`intervals: {{ method: {method} }}`", "regression, both ends of the interval too", "as above", Numbers);
        Head(text, "Losses of boosted trees", "`objective`", "task");
        foreach (var task in Enum.GetValues<LearningTask>())
        {
            foreach (var name in ObjectiveCatalog.NamesOf(task).Where(name => name != "auto"))
                Row(text, $"`{name}`", Word(task), Of(task));
        }

        Row(text, "splits by sets of categories", "regression", Numbers);
        Head(text, "Transformations", "transformation", "held against, too");
        foreach (var transform in TransformCatalog.All)
            Row(text, $"`{transform.Name}`", transform.Name == TransformCatalog.DateParts ? "Python's datetime" : "pandas or scikit-learn", "same float32, or 1e-6");
        Row(text, "crosses of columns", "pandas or scikit-learn", "same float32");
        return text.ToString();
    }

    private static void Head(StringBuilder text, string title, params string[] columns) => text.Append(
        $"\n## {title}\n\n| {string.Join(" | ", columns)} | tolerance |\n|{string.Concat(Enumerable.Repeat("---|", columns.Length + 1))}\n");

    private static void Row(StringBuilder text, params string[] cells) => text.Append($"| {string.Join(" | ", cells)} |\n");

    private static string Word(LearningTask task) => task.ToString().ToLowerInvariant();

    private static string Of(LearningTask task) => task == LearningTask.Regression ? Numbers : Probabilities;
}
