using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Promotion;
using MlOps.Build.Tool.Registry;
using MlOps.Build.Trackers.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops promote</c>: gives a stage a version, after it was verified, evaluated again and judged.</summary>
internal static class PromoteVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var options = new PromoteArguments();
        var verb = Verb.Create(
            "promote",
            "Gives a stage a version: verifies the package, evaluates it again against the stage's champion, judges it by the stage's checklist, "
            + "labels the same bits as the stable version, pushes them and writes the tags. All of it or nothing.",
            "mlops promote BirdStrikes@1.4.2-ci.87 --to production --feed models",
            "mlops promote BirdStrikes@1.4.2 --to production --feed models --project samples/BirdStrikes --dry-run");
        options.AddTo(verb);
        var arguments = RegistryArguments.AddTo(verb, writes: true);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "promote", parsed.GetValue(options.Json));
            return arguments.Open(environment, parsed, report.Diagnostics) is { } registry ? Run(environment, report, registry, options, parsed, cancellationToken) : report.Finish();
        });
        return verb;
    }

    private static int Run(
        ToolEnvironment environment, Report report, RegistryRepository registry, PromoteArguments arguments, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (arguments.Read(environment, parsed, report.Diagnostics) is not { } options)
            return report.Finish();
        var result = new Promoter(registry, options, report.Diagnostics).RunAsync(null, cancellationToken).GetAwaiter().GetResult();
        if (result is not null && !options.DryRun)
            StageMirror.Promoted(options, result, environment.Variable, report.Diagnostics, cancellationToken);
        if (result is not null)
            Show(environment, report, options, result, parsed.GetValue(arguments.Notes));
        return report.Finish(result is not null);
    }

    private static void Show(ToolEnvironment environment, Report report, PromotionOptions options, PromotionResult result, string? notes)
    {
        var candidate = result.Candidate;
        var name = $"{candidate.Package.Manifest.Name} {candidate.StableVersion}";
        report.Line(result.WasDone ? $"{options.Stage} holds {name} already, with the same evidence; nothing was done"
            : $"{name}: {options.Stage} {(options.DryRun ? "would take" : "took")} it, {(result.Before is { } before ? $"in place of {before.Shown}" : "its first version")}");
        foreach (var item in result.Evaluated?.Gate.Items.Where(item => !item.IsHeading) ?? [])
            report.Line($"  {Word(item),-10}  {item.Text}: {item.Explanation}");
        if (!result.WasDone)
            report.Line($"{(options.DryRun ? "would push to" : "pushed to")} {options.Feed.Name}; tags {string.Join(", ", result.Tags)}{(options.DryRun ? ", nothing was written" : "")}");
        if (notes is not null && !options.DryRun && !result.WasDone)
        {
            WholeFile.Write(environment.FullPath(notes), result.Notes);
            report.Line($"notes: {notes}");
        }

        report.Result["package"] = candidate.Package.Manifest.Name;
        report.Result["version"] = candidate.StableVersion;
        report.Result["from"] = candidate.Version;
        report.Result["stage"] = options.Stage;
        report.Result["previous"] = result.Before?.Version;
        report.Result["evidence"] = candidate.Evidence;
        report.Result["sha256"] = result.Sha256;
        report.Result["tags"] = new JsonArray([.. result.Tags.Select(tag => (JsonNode)tag)]);
        report.Result["written"] = !options.DryRun && !result.WasDone;
        report.Result["sameTestRows"] = result.Evaluated?.SameRows;
        report.Result["gate"] = result.Evaluated is { } evaluated ? JsonSerializer.SerializeToNode(evaluated.Gate, ContractsJson.Default.GateSummary) : null;
        report.Result["notes"] = result.Notes;
    }

    private static string Word(GateItem item) => item switch
    {
        { Applies: false } => "not now",
        { Verdict: Verdict.Pass } => "passed",
        { Warns: true } => "warning",
        { Verdict: Verdict.Fail } => "failed",
        _ => "undecided",
    };
}
