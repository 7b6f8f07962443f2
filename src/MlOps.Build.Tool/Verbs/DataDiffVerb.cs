using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Databases;
using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Sources;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops data diff</c>: what an update would change.</summary>
internal static class DataDiffVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var targets = DataVerb.Targets("Data files or their sources; everything outside git by default.");
        var (project, json) = (Verb.Project(), Verb.Json());
        var verb = Verb.Create("diff", "Says what 'mlops data update' would change: reads the sources, writes nothing.", "mlops data diff");
        verb.Add(targets);
        verb.Add(project);
        verb.Add(json);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "data diff", parsed.GetValue(json));
            return PinnedTargets.Find(environment, parsed.GetValue(project), parsed.GetValue(targets) ?? [], report.Diagnostics) is { } found
                ? Run(environment, report, found, cancellationToken)
                : report.Finish();
        });
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, PinnedTargets found, CancellationToken cancellationToken)
    {
        var transfer = new LockedTransfer(found.Folder, new QueryOpener(new RemoteOpener(environment.Variable), environment.Variable, report.Diagnostics), report.Diagnostics);
        var list = new JsonArray();
        foreach (var data in found.Chosen)
        {
            if (transfer.Look(data, cancellationToken) is not { } now)
                continue;
            var before = found.Lines.GetValueOrDefault(data.Source);
            report.Line($"{(before == now ? "same" : "differs"),-9} "
                + $"{SourceSecret.Shown(data.Source)}{(before == now ? "" : $"  {Text(before)} -> {Text(now)}")}");
            list.Add((JsonNode)new JsonObject { ["source"] = data.Source, ["same"] = before == now, ["before"] = Describe(before), ["now"] = Describe(now) });
        }

        report.Result["pinned"] = list;
        return report.Finish();
    }

    private static string Text(LockLine? line) => line is null ? "not pinned" : $"{line.Bytes} bytes {line.Sha256[..12]}";

    private static JsonObject? Describe(LockLine? line) => line is null ? null : new JsonObject { ["bytes"] = line.Bytes, ["sha256"] = line.Sha256 };
}
