using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;
using MlOps.Build.Tool.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops registry who</c>: which version each stage held at a moment, who put it there, and why it was allowed.</summary>
internal static class RegistryWhoVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var model = RegistryArguments.Artifact();
        var at = new Option<string?>("--at") { Description = "The moment: a day means its end, a time without an offset is UTC; now by default.", HelpName = "moment" };
        var json = Verb.Json();
        var verb = Verb.Create(
            "who",
            "Says which version each stage held at a moment, on what data it was trained, who let it in and why, and what came after.",
            "mlops registry who birdstrikes --at 2026-03-14",
            "mlops registry who birdstrikes#production");
        verb.Add(model);
        verb.Add(at);
        verb.Add(json);
        var arguments = RegistryArguments.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "registry who", parsed.GetValue(json));
            var moment = parsed.GetValue(at) is { } text ? Moment.Parse(text, report.Diagnostics) : DateTimeOffset.MaxValue;
            var reference = ModelReference.Parse(parsed.GetValue(model));
            if (moment is { } known && arguments.Open(environment, parsed, report.Diagnostics)?.Read(report.Diagnostics) is { } history
                && ArtifactChoice.Choose(history, reference.Model, report.Diagnostics) is { } artifact)
            {
                Show(report, artifact, reference.Stage, known);
            }

            return report.Finish();
        });
        return verb;
    }

    private static void Show(Report report, ArtifactHistory artifact, string? stage, DateTimeOffset moment)
    {
        var stages = artifact.Stages.Where(name => stage is null || name == stage).ToList();
        var held = stages.Select(name => artifact.At(name, moment)).OfType<StageHolding>().ToList();
        if (held.Count == 0)
            report.Line($"{artifact.Artifact} was in no stage{(moment == DateTimeOffset.MaxValue ? "" : $" at {RegistryWords.When(moment)}")}");
        foreach (var holding in held)
            Show(report, artifact, holding);
        report.Result["artifact"] = artifact.Artifact;
        report.Result["at"] = moment == DateTimeOffset.MaxValue ? null : RegistryWords.Instant(moment);
        report.Result["stages"] = new JsonArray([.. held.Select(RegistryWords.Json)]);
    }

    private static void Show(Report report, ArtifactHistory artifact, StageHolding holding)
    {
        var (tag, trailers) = (holding.Tag, holding.Tag.Trailers);
        var evidence = trailers[TagTrailers.Evidence] is { } digest ? $"evidence {RegistryWords.Short(digest)}…" : null;
        var allowed = string.Join(", ", new[] { evidence, trailers[TagTrailers.Checks] }.OfType<string>());
        var indent = new string(' ', holding.Stage.Length + 2);
        report.Line($"{holding.Stage}  {holding.Shown}  since {RegistryWords.When(tag.Time)}{RegistryWords.By(tag)}{RegistryWords.Reason(tag)}{(allowed.Length > 0 ? $" ({allowed})" : "")}");
        report.Line($"{indent}{Origin(trailers, tag.Commit)}{Before(trailers)}");
        if (holding.Start != tag)
            report.Line($"{indent}again since {RegistryWords.When(holding.Start.Time)}: {RegistryWords.Action(holding.Start, artifact.VersionOf(holding.Start))}{RegistryWords.By(holding.Start)}{RegistryWords.Reason(holding.Start)}");
        foreach (var approved in trailers.All(TagTrailers.Approved))
            report.Line($"{indent}approved by {approved}");
        if (holding.End is { } end)
            report.Line($"{indent}until {RegistryWords.When(end.Time)}: {RegistryWords.Action(end, artifact.VersionOf(end))}{RegistryWords.By(end)}{RegistryWords.Reason(end)}");
    }

    private static string Origin(TagTrailers trailers, string commit)
    {
        var data = string.Join("; ", trailers.All(TagTrailers.Data));
        return $"{(data.Length > 0 ? $"data {data}, " : "")}commit {RegistryWords.Short(commit)}";
    }

    private static string Before(TagTrailers trailers) => trailers[TagTrailers.Previous] is { } previous ? $", replaced {previous}" : "";
}
