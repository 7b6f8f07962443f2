using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;
using MlOps.Build.Tool.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops registry show</c>: the versions of one model, or one version in full.</summary>
internal static class RegistryShowVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var model = RegistryArguments.Artifact();
        var json = Verb.Json();
        var verb = Verb.Create(
            "show", "Shows the versions of a model, or one of them in full.", "mlops registry show birdstrikes", "mlops registry show birdstrikes@1.4.2", "mlops registry show birdstrikes#production");
        verb.Add(model);
        verb.Add(json);
        var arguments = RegistryArguments.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "registry show", parsed.GetValue(json));
            if (arguments.Open(environment, parsed, report.Diagnostics)?.Read(report.Diagnostics) is { } history)
                Show(report, history, ModelReference.Parse(parsed.GetValue(model)));
            return report.Finish();
        });
        return verb;
    }

    private static void Show(Report report, RegistryHistory history, ModelReference reference)
    {
        if (ArtifactChoice.Choose(history, reference.Model, report.Diagnostics) is not { } artifact)
            return;
        report.Result["artifact"] = artifact.Artifact;
        report.Result["package"] = artifact.Package;
        if (reference.IsWhole)
        {
            ShowAll(report, artifact);
            return;
        }

        if (reference.Find(artifact) is not { } version)
        {
            report.Diagnostics.Error(RegistryCodes.VersionUnknown, $"{artifact.Artifact} has no {reference.Wanted}. 'mlops registry show {artifact.Artifact}' lists what it has.");
            return;
        }

        report.Line($"{artifact.Artifact} {version.Version}");
        foreach (var (key, value) in version.Tag.Trailers.Lines.Where(line => line.Key != TagTrailers.Version))
            report.Line($"{key,-12}  {value}");
        report.Line($"{"Commit",-12}  {version.Tag.Commit}");
        report.Line($"{"Registered",-12}  {RegistryWords.When(version.Tag.Time)}{RegistryWords.By(version.Tag)}");
        foreach (var holding in Holdings(artifact, version.Version))
            report.Line($"{"Stage",-12}  {holding.Stage} {Period(holding)}");
        report.Result["version"] = Json(artifact, version);
    }

    private static void ShowAll(Report report, ArtifactHistory artifact)
    {
        report.Line($"{artifact.Artifact}{(artifact.Package is { } package ? $", package {package}" : "")}{(artifact.IsDeprecated ? ", deprecated" : "")}");
        foreach (var version in artifact.Versions.Reverse())
        {
            var stages = string.Join("; ", Holdings(artifact, version.Version).Select(holding => $"{holding.Stage} {Period(holding)}"));
            report.Line($"  {version.Version,-12}  {RegistryWords.When(version.Tag.Time)}  {RegistryWords.Short(version.Tag.Commit)}  {(version.Withdrawn is null ? stages : "withdrawn")}".TrimEnd());
        }

        report.Result["versions"] = new JsonArray([.. artifact.Versions.Select(version => Json(artifact, version))]);
    }

    private static IEnumerable<StageHolding> Holdings(ArtifactHistory artifact, string version) =>
        artifact.Stages.SelectMany(artifact.Holdings).Where(holding => holding.Version == version);

    private static string Period(StageHolding holding) =>
        holding.End is { } end ? $"{RegistryWords.Day(holding.Start.Time)} to {RegistryWords.Day(end.Time)}" : $"since {RegistryWords.Day(holding.Start.Time)}";

    private static JsonObject Json(ArtifactHistory artifact, RegisteredVersion version) => new()
    {
        ["version"] = version.Version,
        ["withdrawn"] = version.Withdrawn is not null,
        ["registered"] = RegistryWords.Json(version.Tag),
        ["stages"] = new JsonArray([.. Holdings(artifact, version.Version).Select(RegistryWords.Json)]),
    };
}
