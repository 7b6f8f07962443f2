using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Feeds;
using MlOps.Build.Tool.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops registry verify</c>: do the tags agree with themselves, and the feed with the tags?</summary>
internal static class RegistryVerifyVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var model = RegistryArguments.Artifact();
        var feed = new Option<string?>("--feed", "-f") { Description = "The feed that has to hold the registered packages with their recorded hashes.", HelpName = "feed" };
        var json = Verb.Json();
        var verb = Verb.Create(
            "verify", "Holds the registry's tags against each other and, with --feed, every registered package against its recorded hash.",
            "mlops registry verify", "mlops registry verify birdstrikes --feed models");
        verb.Add(model);
        verb.Add(feed);
        verb.Add(json);
        var arguments = RegistryArguments.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "registry verify", parsed.GetValue(json));
            if (arguments.Open(environment, parsed, report.Diagnostics)?.Read(report.Diagnostics) is { } history)
                Run(environment, report, history, parsed.GetValue(model), parsed.GetValue(feed), cancellationToken);
            return report.Finish();
        });
        return verb;
    }

    private static void Run(ToolEnvironment environment, Report report, RegistryHistory history, string? model, string? feed, CancellationToken cancellationToken)
    {
        var artifacts = model is null ? history.Artifacts : ArtifactChoice.Choose(history, model, report.Diagnostics) is { } one ? [one] : [];
        foreach (var artifact in artifacts)
        {
            var found = new DiagnosticBag();
            Audit(environment, artifact, feed, found, cancellationToken);
            report.Line($"{(found.HasErrors ? "FAIL" : "ok  ")}  {artifact.Artifact}: {artifact.Versions.Count} versions, {artifact.Stages.Count} stages{(feed is null ? ", tags alone" : "")}");
            report.Diagnostics.AddRange(found);
        }

        report.Result["models"] = new JsonArray([.. artifacts.Select(artifact => (JsonNode)artifact.Artifact)]);
        report.Result["feed"] = feed;
    }

    private static void Audit(ToolEnvironment environment, ArtifactHistory artifact, string? feed, DiagnosticBag found, CancellationToken cancellationToken)
    {
        var audit = new RegistryAudit(artifact, found);
        audit.Tags();
        audit.Stages();
        if (feed is null)
            return;
        var folder = Directory.CreateTempSubdirectory("mlops-audit-");
        try
        {
            audit.FeedAsync(PackageFeeds.Open(feed, environment.Folder, environment.Variable), folder.FullName, cancellationToken).GetAwaiter().GetResult();
        }
        catch (FeedException exception)
        {
            found.Add(exception.Diagnostic);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
