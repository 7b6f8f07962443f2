using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Databases;
using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Sources;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops data update</c>: the one way in which <c>mlops.lock</c> changes.</summary>
internal static class DataUpdateVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var targets = DataVerb.Targets("Data files or their sources; everything outside git by default.");
        var (project, json) = (Verb.Project(), Verb.Json());
        var verb = Verb.Create(
            "update", "Fetches what the sources of data outside git hold now, and pins it in mlops.lock.", "mlops data update",
                "mlops data update data/flights.parquet");
        verb.Add(targets);
        verb.Add(project);
        verb.Add(json);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "data update", parsed.GetValue(json));
            return PinnedTargets.Find(environment, parsed.GetValue(project), parsed.GetValue(targets) ?? [], report.Diagnostics) is { } found
                ? Run(environment, report, found, cancellationToken)
                : report.Finish();
        });
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, PinnedTargets found, CancellationToken cancellationToken)
    {
        var transfer = new LockedTransfer(found.Folder, new QueryOpener(new RemoteOpener(environment.Variable), environment.Variable, report.Diagnostics), report.Diagnostics);
        var lines = found.Kept.ToDictionary(line => line.Source, StringComparer.Ordinal);
        var list = new JsonArray();
        foreach (var data in found.Chosen)
        {
            var before = found.Lines.GetValueOrDefault(data.Source);
            if (transfer.Update(data, cancellationToken) is not { } after)
            {
                // What could not be had keeps its line, and nobody has seen whether it changed.
                if (before is not null)
                    lines[data.Source] = before;
                continue;
            }

            lines[data.Source] = after;
            report.Line($"{(before is null ? "pinned" : before == after ? "same" : "updated"),-9} {SourceSecret.Shown(data.Source)}  "
                + $"{after.Bytes} bytes  {after.Sha256[..12]}");
            list.Add((JsonNode)new JsonObject { ["source"] = data.Source, ["bytes"] = after.Bytes, ["sha256"] = after.Sha256, ["changed"] = before != after });
        }

        report.Result["pinned"] = list;
        report.Result["written"] = (lines.Count > 0 || found.Lines.Count > 0) && LockFile.Write(found.Folder, lines.Values);
        return report.Finish();
    }
}
