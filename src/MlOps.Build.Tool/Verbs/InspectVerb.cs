using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Inference;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops inspect</c>: what a model package holds, verified, with a self-test.</summary>
internal static class InspectVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var package = new Argument<string>("package") { Description = "The model package, a .nupkg file." };
        var json = Verb.Json();
        var verb = Verb.Create(
            "inspect",
            "Verifies a model package, replays its golden rows on this machine, and shows what the model takes, gives and is worth.",
            "mlops inspect BirdStrikes.1.4.2.nupkg",
            "mlops inspect BirdStrikes.1.4.2.nupkg --json");
        verb.Add(package);
        verb.Add(json);
        verb.SetAction(parsed => Run(new Report(environment, "inspect", parsed.GetValue(json)), environment.FullPath(parsed.GetRequiredValue(package))));
        return verb;
    }

    private static int Run(Report report, string path)
    {
        if (ModelPackageReader.Open(path, report.Diagnostics) is not { } package || PredictVerb.Load(package, report) is not { } model)
            return report.Finish();
        report.Line($"{package.Manifest.Name} {package.Manifest.Version}");
        report.Line($"evidence  {package.Manifest.Evidence}");
        ShowSignature(report, model.Signature);
        ShowEvidence(report, package);
        ShowSelfTest(report, model, path);
        report.Result["manifest"] = JsonSerializer.SerializeToNode(package.Manifest, ContractsJson.Default.ModelManifest);
        report.Result["signature"] = JsonSerializer.SerializeToNode(model.Signature, ContractsJson.Default.ModelSignature);
        return report.Finish();
    }

    private static void ShowSignature(Report report, ModelSignature signature)
    {
        var classes = signature.Classes.Count > 0 ? $": {string.Join(", ", signature.Classes)}" : "";
        report.Line($"predicts  {signature.Label}, {signature.Task.ToString().ToLowerInvariant()}{classes}");
        foreach (var input in signature.Inputs)
            report.Line($"takes     {input.Name} ({input.Type.ToString().ToLowerInvariant()}{(input.Nullable ? ", may be missing" : "")})");
    }

    private static void ShowEvidence(Report report, ModelPackage package)
    {
        if (Read(package, PartNames.Evaluation, ContractsJson.Default.EvaluationSummary) is { } evaluation)
        {
            foreach (var metric in evaluation.Metrics.Where(metric => metric.Value is not null))
                report.Line($"metric    {metric.Name} {Number(metric.Value!.Value)}{Interval(metric)}");
            report.Result["metrics"] = JsonSerializer.SerializeToNode(evaluation, ContractsJson.Default.EvaluationSummary)?["metrics"]?.DeepClone();
        }

        if (Read(package, PartNames.Gate, ContractsJson.Default.GateSummary) is not { } gate)
            return;
        foreach (var item in gate.Items)
            report.Line($"checklist {item.Verdict.ToString().ToLowerInvariant()}: {item.Text}");
        report.Result["gate"] = gate.Verdict.ToString().ToLowerInvariant();
    }

    private static void ShowSelfTest(Report report, PackagedModel model, string path)
    {
        var result = model.SelfTest();
        report.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"self-test {(result.Passed ? "passed" : "failed")}: {result.Rows} golden rows, largest difference {result.LargestDifference:0.######e+0}"));
        report.Result["selfTest"] = new JsonObject { ["passed"] = result.Passed, ["rows"] = result.Rows, ["largestDifference"] = result.LargestDifference };
        if (result.Failure is { } failure)
            report.Diagnostics.Error(PackageCodes.SelfTestFailed, $"{failure}. This machine does not predict what the build predicted.", new SourcePosition(path));
    }

    private static T? Read<T>(ModelPackage package, string part, JsonTypeInfo<T> type)
        where T : class => package.Read(part) is { } bytes ? JsonSerializer.Deserialize(bytes, type) : null;

    private static string Interval(MetricValue metric) =>
        metric is { Low: { } low, High: { } high } ? $" [{Number(low)}, {Number(high)}]" : "";

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
