using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Rollback;
using MlOps.Build.Tool.Registry;
using MlOps.Build.Trackers.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops rollback</c>: gives a stage an earlier version again.</summary>
internal static class RollbackVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var model = RegistryArguments.Artifact();
        var stage = new Option<string>("--stage") { Description = "The stage, such as production.", HelpName = "stage", Required = true };
        var to = new Option<string?>("--to") { Description = "The version to return to; by default the one below the one in force.", HelpName = "version" };
        var reason = new Option<string?>("--reason") { Description = "Why, in one line; it stays in the history.", HelpName = "text" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and do nothing." };
        var json = Verb.Json();
        var verb = Verb.Create(
            "rollback",
            "Gives a stage an earlier version again, by one more tag: needs git alone, also when the feed is down.",
            "mlops rollback --stage production --reason \"latency\"",
            "mlops rollback birdstrikes --stage production --to 1.3.9");
        verb.Add(model);
        foreach (var option in new Option[] { stage, to, reason, dryRun, json })
            verb.Add(option);
        var arguments = RegistryArguments.AddTo(verb, writes: true);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "rollback", parsed.GetValue(json));
            var origin = RegistryArguments.Origin(environment);
            var options = new RollbackOptions
            {
                Artifact = parsed.GetValue(model),
                Stage = parsed.GetRequiredValue(stage),
                To = parsed.GetValue(to),
                Reason = parsed.GetValue(reason),
                Actor = origin.Actor,
                Run = origin.Run,
                DryRun = parsed.GetValue(dryRun),
            };
            return arguments.Open(environment, parsed, report.Diagnostics) is { } registry ? Run(environment, report, registry, options, cancellationToken) : report.Finish();
        });
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, RegistryRepository registry, RollbackOptions options, CancellationToken cancellationToken)
    {
        if (StageRollback.Run(registry, options, report.Diagnostics) is not { } done)
            return report.Finish();
        if (!options.DryRun)
            StageMirror.RolledBack(done, options.Stage, ModelProject.DefaultChampionStage, environment.Variable, report.Diagnostics, cancellationToken);
        var before = done.Undone?.Shown ?? "nothing";
        report.Line($"{done.Artifact.Artifact}: {options.Stage} {(options.DryRun ? "would return" : "returned")} from {before} to {done.Restored.Version}");
        if (done.Undone is { } undone)
            report.Line($"undone: {undone.Tag.Name}, {RegistryWords.When(undone.Tag.Time)}{RegistryWords.By(undone.Tag)}{RegistryWords.Reason(undone.Tag)}");
        report.Line(options.DryRun ? "nothing was written" : $"recorded: {done.Tag}{(registry.Remote is { } remote ? $", pushed to {remote}" : ", in this repository")}");
        report.Result["artifact"] = done.Artifact.Artifact;
        report.Result["stage"] = options.Stage;
        report.Result["from"] = done.Undone?.Version;
        report.Result["to"] = done.Restored.Version;
        report.Result["tag"] = done.Tag.ToString();
        report.Result["written"] = JsonValue.Create(!options.DryRun);
        return report.Finish();
    }
}
