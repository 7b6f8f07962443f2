using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Versions.Dvc;
using MlOps.Build.Sources;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops data push</c>: what a remote lacks.</summary>
internal static class DataPushVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var targets = DataVerb.Targets("Data, .dvc files, dvc.lock or folders; everything by default.");
        var (remote, json) = (DataVerb.Remote(), Verb.Json());
        var verb = Verb.Create("push", "Sends versions that a remote lacks, each verified first.", "mlops data push",
            "mlops data push images --remote backup");
        verb.Add(targets);
        verb.Add(remote);
        verb.Add(json);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "data push", parsed.GetValue(json)),
            [.. (parsed.GetValue(targets) ?? []).Select(target => Path.TrimEndingDirectorySeparator(environment.FullPath(target)))],
            parsed.GetValue(remote)?.ToLowerInvariant(),
            cancellationToken));
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, IReadOnlyList<string> targets, string? remote,
        CancellationToken cancellationToken)
    {
        if (DvcRepository.Open(environment.Folder, report.Diagnostics, environment.Variable) is not { } repository)
            return report.Finish();
        var outputs = DvcFinder.Outputs(repository, targets, report.Diagnostics);
        if (report.Diagnostics.HasErrors)
            return report.Finish();
        using var remotes = new DvcRemotes(repository, new RemoteOpener(environment.Variable), remote, report.Diagnostics);
        var push = new DvcPush(repository, report.Diagnostics);
        var sent = new JsonArray();
        foreach (var output in outputs.Where(output => push.PushAsync(output, remotes, cancellationToken).GetAwaiter().GetResult()))
            sent.Add((JsonNode)repository.Display(output.Path));
        report.Line($"{push.Pushed} objects pushed, {sent.Count} of {outputs.Count} outputs complete");
        report.Result["outputs"] = sent;
        report.Result["pushed"] = push.Pushed;
        return report.Finish();
    }
}
