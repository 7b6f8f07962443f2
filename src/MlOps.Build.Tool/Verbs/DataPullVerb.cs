using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Databases;
using MlOps.Build.Engine.Data.Versions.Dvc;
using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops data pull</c>: the versions that the project's files name.</summary>
internal static class DataPullVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var targets = DataVerb.Targets("Data, .dvc files, dvc.lock or folders; everything by default.");
        var (project, remote, json) = (Verb.Project(), DataVerb.Remote(), Verb.Json());
        var force = new Option<bool>("--force", "-f") { Description = "Overwrite changes that were never added." };
        var verb = Verb.Create(
            "pull", "Fetches data from the cache or a remote, verifies them and puts them in place.", "mlops data pull",
                "mlops data pull data/strikes.csv.dvc --remote backup");
        foreach (var symbol in new Option[] { project, remote, force, json })
            verb.Add(symbol);
        verb.Add(targets);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "data pull", parsed.GetValue(json));
            if (DataTargets.Find(environment, parsed.GetValue(project), parsed.GetValue(targets) ?? [], report.Diagnostics) is not { } found)
                return report.Finish();
            var opener = new QueryOpener(new RemoteOpener(environment.Variable), environment.Variable, report.Diagnostics);
            PullOutputs(report, found, opener, parsed.GetValue(remote)?.ToLowerInvariant(), parsed.GetValue(force), cancellationToken);
            PullPinned(report, found, opener, parsed.GetValue(force), cancellationToken);
            return report.Finish();
        });
        return verb;
    }

    private static void PullOutputs(Report report, DataTargets found, IRemoteOpener opener, string? remote, bool force,
        CancellationToken cancellationToken)
    {
        var placed = new JsonArray();
        report.Result["outputs"] = placed;
        if (found.Repository is not { } repository)
            return;
        var pull = new DvcPull(repository, opener, report.Diagnostics) { Remote = remote, Force = force };
        foreach (var done in pull.Run(found.Outputs, cancellationToken))
        {
            var path = repository.Display(done.Output.Path);
            report.Line($"{(done.Written + done.Removed > 0 ? "pulled" : "same"),-9} {path}  {done.Written} written, {done.Unchanged} unchanged, "
                + $"{done.Removed} removed");
            placed.Add((JsonNode)new JsonObject
            {
                ["path"] = path,
                ["md5"] = done.Output.Hash.Text,
                ["written"] = done.Written,
                ["unchanged"] = done.Unchanged,
                ["removed"] = done.Removed,
            });
        }
    }

    private static void PullPinned(Report report, DataTargets found, IRemoteOpener opener, bool force, CancellationToken cancellationToken)
    {
        var pulled = new JsonArray();
        report.Result["pinned"] = pulled;
        foreach (var data in found.Pinned.Where(data => data.IsFetched))
        {
            if (PinnedPull.Run(found.Folder, data, found.Lines.GetValueOrDefault(data.Source), force, opener, report.Diagnostics,
                cancellationToken) is not { } fetched)
            {
                continue;
            }

            report.Line($"{(fetched ? "pulled" : "same"),-9} {Path.GetRelativePath(found.Folder, data.Path)}  {data.Source}");
            pulled.Add((JsonNode)new JsonObject { ["path"] = Path.GetRelativePath(found.Folder, data.Path), ["source"] = data.Source, ["fetched"] = fetched });
        }
    }
}
