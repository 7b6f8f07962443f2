using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Comparison;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops signature diff</c>: what a new version of a model does to those who use the old one.</summary>
internal static class SignatureDiffVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var before = new Argument<string>("before") { Description = "The older model package, a .nupkg file, or its signature.json." };
        var after = new Argument<string>("after") { Description = "The newer model package, or its signature.json." };
        var failOn = new Option<string?>("--fail-on") { Description = "Exit with 1 on a change of this level or worse: compatible, additive or breaking.", HelpName = "level" };
        failOn.AcceptOnlyFromAmong("compatible", "additive", "breaking");
        var json = Verb.Json();
        var verb = Verb.Create(
            "diff",
            "Says whether a signature is the same, compatible, additive or breaking for applications, each change with its reason.",
            "mlops signature diff BirdStrikes.1.4.2.nupkg BirdStrikes.1.5.0.nupkg",
            "mlops signature diff main/signature.json obj/mlops/package/signature.json --fail-on breaking");
        verb.Add(before);
        verb.Add(after);
        verb.Add(failOn);
        verb.Add(json);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "signature diff", parsed.GetValue(json));
            var (first, second) = (Read(environment.FullPath(parsed.GetRequiredValue(before)), report), Read(environment.FullPath(parsed.GetRequiredValue(after)), report));
            return first is null || second is null ? report.Finish() : Tell(report, [.. SignatureComparer.Compare(first, second)], parsed.GetValue(failOn));
        });
        return verb;
    }

    private static int Tell(Report report, IReadOnlyList<Change> changes, string? failOn)
    {
        ChangeLevel? worst = changes.Count == 0 ? null : changes.Max(change => change.Level);
        report.Line($"signature: {Word(worst)}");
        foreach (var change in changes.OrderByDescending(change => change.Level))
            report.Line($"  {Word(change.Level),-10}  {ArchiveText.Line(change.Text)}: {EffectWords.Of(change.Effect)}");
        report.Result["signature"] = Word(worst);
        report.Result["changes"] = new JsonArray([.. changes.Select(Describe)]);
        return report.Finish(ok: failOn is null || !(worst >= Enum.Parse<ChangeLevel>(failOn, ignoreCase: true)));
    }

    private static ModelSignature? Read(string path, Report report)
    {
        if (Path.GetExtension(path).Equals(".nupkg", StringComparison.OrdinalIgnoreCase))
        {
            return ModelPackageReader.Open(path, report.Diagnostics) is not { } package ? null
                : package.Read(PartNames.Signature, ContractsJson.Default.ModelSignature) ?? Unreadable(path, $"holds no '{PartNames.Signature}' that can be read", report);
        }

        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ContractsJson.Default.ModelSignature) ?? Unreadable(path, "is empty", report)
                : Unreadable(path, "does not exist", report);
        }
        catch (JsonException exception)
        {
            return Unreadable(path, $"is no signature: {ArchiveText.OneLine(exception.Message)}", report);
        }
    }

    private static ModelSignature? Unreadable(string path, string reason, Report report)
    {
        report.Diagnostics.Error(PackageCodes.PartMissing, $"{reason.TrimEnd('.')}. Name a model package, or the signature.json of one or of a build.", new SourcePosition(path));
        return null;
    }

    private static string Word(ChangeLevel? level) => level?.ToString().ToLowerInvariant() ?? "same";

    private static JsonObject Describe(Change change) => new()
    {
        ["level"] = Word(change.Level),
        ["text"] = change.Text,
        ["effect"] = change.Effect.ToString().ToLowerInvariant(),
        ["reason"] = EffectWords.Of(change.Effect),
    };
}
