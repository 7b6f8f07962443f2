using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Comparison;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops diff</c>: what changed between two model packages.</summary>
internal static class DiffVerb
{
    private const string Any = "any";

    public static Command Create(ToolEnvironment environment)
    {
        var before = new Argument<string>("before") { Description = "The older model package, a .nupkg file." };
        var after = new Argument<string>("after") { Description = "The newer model package, a .nupkg file." };
        var failOn = new Option<string?>("--fail-on") { Description = "Exit with 1 on a change of the signature of this level or worse: breaking or additive; any is every difference.", HelpName = "level" };
        failOn.AcceptOnlyFromAmong("breaking", "additive", Any);
        var json = Verb.Json();
        var verb = Verb.Create(
            "diff",
            "Says what changed between two model packages: signature, features, data, parameters, metrics, checklist, licences, size.",
            "mlops diff BirdStrikes.1.4.2.nupkg BirdStrikes.1.5.0.nupkg",
            "mlops diff BirdStrikes.1.4.2.nupkg BirdStrikes.1.5.0.nupkg --fail-on breaking");
        verb.Add(before);
        verb.Add(after);
        verb.Add(failOn);
        verb.Add(json);
        verb.SetAction(parsed => Run(
            new Report(environment, "diff", parsed.GetValue(json)),
            environment.FullPath(parsed.GetRequiredValue(before)),
            environment.FullPath(parsed.GetRequiredValue(after)),
            parsed.GetValue(failOn)));
        return verb;
    }

    /// <summary>Says what changed between two packages.</summary>
    public static int Run(Report report, string before, string after, string? failOn)
    {
        var (first, second) = (ModelPackageReader.Open(before, report.Diagnostics), ModelPackageReader.Open(after, report.Diagnostics));
        if (first is null || second is null)
            return report.Finish();
        var difference = PackageComparer.Compare(first, second);
        report.Line($"{Title(first)} -> {Title(second)}");
        report.Line(difference.SameEvidence ? "same evidence: the same model under another label" : $"signature: {Word(difference.Signature)}");
        report.Line(Words(difference.TestRows));
        foreach (var change in difference.Changes)
            report.Line($"  {change.Area,-10}  {(change.Area == SignatureComparer.Area ? $"{Word(change.Level)}: " : "")}{ArchiveText.Line(change.Text)}");
        ShowMetrics(report, difference);
        report.Result["before"] = Describe(first);
        report.Result["after"] = Describe(second);
        report.Result["sameEvidence"] = difference.SameEvidence;
        report.Result["sameTestRows"] = difference.TestRows.AreSame;
        report.Result["testRows"] = new JsonObject { ["before"] = difference.TestRows.Before, ["after"] = difference.TestRows.After };
        report.Result["signature"] = Word(difference.Signature);
        report.Result["changes"] = new JsonArray([.. difference.Changes.Select(Describe)]);
        report.Result["metrics"] = new JsonArray([.. difference.Metrics.Select(Describe)]);
        return report.Finish(ok: !Fails(difference, failOn));
    }

    private static bool Fails(PackageDifference difference, string? failOn) => failOn switch
    {
        null => false,
        Any => !difference.IsEmpty,
        "additive" => difference.Signature >= ChangeLevel.Additive,
        _ => difference.Signature >= ChangeLevel.Breaking,
    };

    private static void ShowMetrics(Report report, PackageDifference difference)
    {
        if (difference.Metrics.Count > 0)
            report.Line($"{"metrics",-22}  {"before",12}  {"after",12}  {"change",12}");
        foreach (var metric in difference.Metrics)
        {
            var change = metric.Difference is { } value ? value.ToString("+0.######;-0.######;0", CultureInfo.InvariantCulture) : "";
            report.Line($"  {metric.Name,-20}  {Number(metric.Before),12}  {Number(metric.After),12}  {change,12}".TrimEnd());
        }
    }

    private static string Words(TestRows rows) => rows.AreSame switch
    {
        true => $"test rows: the same {Count(rows.After)}",
        false => $"test rows: others ({Count(rows.Before)} -> {Count(rows.After)}), so metrics are not comparable row for row",
        _ => $"test rows: the packages do not say whether they are the same ({Count(rows.Before)} -> {Count(rows.After)})",
    };

    private static string Count(int? rows) => rows?.ToString("#,0", CultureInfo.InvariantCulture) ?? "unknown";

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "none";

    private static string Word(ChangeLevel? level) => level?.ToString().ToLowerInvariant() ?? "same";

    private static string Title(ModelPackage package) => $"{package.Manifest.Name} {package.Manifest.Version}";

    private static JsonObject Describe(ModelPackage package) =>
        new() { ["name"] = package.Manifest.Name, ["version"] = package.Manifest.Version, ["evidence"] = package.Manifest.Evidence };

    private static JsonObject Describe(Change change) =>
        new() { ["area"] = change.Area, ["level"] = Word(change.Level), ["text"] = change.Text };

    private static JsonObject Describe(MetricChange metric) => new()
    {
        ["name"] = metric.Name,
        ["before"] = Finite(metric.Before),
        ["after"] = Finite(metric.After),
        ["difference"] = Finite(metric.Difference),
    };

    // JSON has no NaN.
    private static JsonNode? Finite(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;
}
