using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;
using MlOps.Build.Tool.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops registry history</c>: everything that was done to a model, newest first.</summary>
internal static class RegistryHistoryVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var model = RegistryArguments.Artifact();
        var stage = new Option<string?>("--stage") { Description = "Only what happened to this stage.", HelpName = "stage" };
        var json = Verb.Json();
        var verb = Verb.Create("history", "Lists what was done to a model, newest first: when, what, by whom, why.", "mlops registry history birdstrikes", "mlops registry history --stage production");
        verb.Add(model);
        verb.Add(stage);
        verb.Add(json);
        var arguments = RegistryArguments.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "registry history", parsed.GetValue(json));
            if (arguments.Open(environment, parsed, report.Diagnostics)?.Read(report.Diagnostics) is { } history
                && ArtifactChoice.Choose(history, ModelReference.Parse(parsed.GetValue(model)).Model, report.Diagnostics) is { } artifact)
            {
                Show(report, artifact, parsed.GetValue(stage) ?? ModelReference.Parse(parsed.GetValue(model)).Stage);
            }

            return report.Finish();
        });
        return verb;
    }

    private static void Show(Report report, ArtifactHistory artifact, string? stage)
    {
        var events = new JsonArray();
        foreach (var tag in artifact.Tags.Reverse().Where(tag => stage is null || tag.Name.Stage == stage))
        {
            var version = artifact.VersionOf(tag);
            report.Line($"{RegistryWords.When(tag.Time)}  {RegistryWords.Action(tag, version)}{RegistryWords.By(tag)}{RegistryWords.Reason(tag)}");
            events.Add((JsonNode)Event(tag, version));
        }

        report.Result["artifact"] = artifact.Artifact;
        report.Result["events"] = events;
    }

    private static JsonObject Event(RegistryTag tag, string? version)
    {
        var described = RegistryWords.Json(tag);
        described["action"] = tag.Name.Action.ToString().ToLowerInvariant();
        described["stage"] = tag.Name.Stage;
        described["version"] = version;
        return described;
    }
}
