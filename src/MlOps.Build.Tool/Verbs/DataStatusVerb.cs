using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;
using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops data status</c>: whether the data are the versions that the project's files name.</summary>
internal static class DataStatusVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var targets = DataVerb.Targets("Data, .dvc files, dvc.lock or folders; everything by default.");
        var (project, json) = (Verb.Project(), Verb.Json());
        var verb = Verb.Create(
            "status", "Says which data are not the version that a .dvc file, dvc.lock or mlops.lock names; ends with 1 when some are not.",
                "mlops data status");
        verb.Add(targets);
        verb.Add(project);
        verb.Add(json);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "data status", parsed.GetValue(json));
            if (DataTargets.Find(environment, parsed.GetValue(project), parsed.GetValue(targets) ?? [], report.Diagnostics, uncached: true) is not { } found)
                return report.Finish();
            var fine = Outputs(report, found, cancellationToken) & Pinned(report, found);
            return report.Finish(fine);
        });
        return verb;
    }

    private static bool Outputs(Report report, DataTargets found, CancellationToken cancellationToken)
    {
        var list = new JsonArray();
        report.Result["outputs"] = list;
        if (found.Repository is not { } repository)
            return true;
        var fine = true;
        foreach (var status in found.Outputs.Where(output => output.IsCached || Path.Exists(output.Path)).Select(output => DvcStatus.Of(repository, output, report.Diagnostics, cancellationToken))
            .OfType<DvcStatus>())
        {
            var (path, state) = (repository.Display(status.Output.Path), Word(status.State.ToString()));
            report.Line($"{state,-9} {path}{(status.InCache ? "" : "  (not in the cache)")}");
            list.Add((JsonNode)new JsonObject
            {
                ["path"] = path,
                ["file"] = repository.Display(status.Output.DeclaredIn),
                ["state"] = state,
                ["inCache"] = status.InCache,
            });
            fine &= status.State == DvcState.Current;
        }

        repository.Memory.Save();
        return fine;
    }

    private static bool Pinned(Report report, DataTargets found)
    {
        var list = new JsonArray();
        report.Result["pinned"] = list;
        var fine = true;
        foreach (var data in found.Pinned)
        {
            var check = LockCheck.Of(data, found.Lines.GetValueOrDefault(data.Source), ContentHash.OfFile);
            var (path, state) = (Path.GetRelativePath(found.Folder, data.Path).Replace('\\', '/'), Word(check.State.ToString()));
            report.Line($"{state,-9} {path}{(data.IsFetched ? $"  {SourceSecret.Shown(data.Source)}" : "")}");
            list.Add((JsonNode)new JsonObject { ["path"] = path, ["source"] = SourceSecret.Shown(data.Source), ["state"] = state });
            fine &= check.State == LockState.Current;
        }

        foreach (var line in found.Lines.Values.Where(line => found.Pinned.Count > 0 && found.Pinned.All(data => data.Source != line.Source)))
        {
            report.Diagnostics.Info(VersionCodes.LockLineUnused,
                $"'{SourceSecret.Shown(line.Source)}' is pinned and no MlOpsData names it. 'mlops data update' removes the line.", new(LockFile.Name));
        }

        return fine;
    }

    private static string Word(string state) => state == nameof(LockState.NotPinned) ? "unpinned" : state.ToLowerInvariant();
}
