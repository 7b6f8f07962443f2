using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;
using MlOps.Build.Feeds;
using MlOps.Build.Tool.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops registry diff</c>: what changed between two versions, by their tags, and with a feed by their packages.</summary>
internal static class RegistryDiffVerb
{
    private static readonly string[] Compared = [TagTrailers.Evidence, TagTrailers.Data, TagTrailers.Checks, TagTrailers.Package, TagTrailers.Actor];

    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var before = new Argument<string>("before") { Description = "A version, such as birdstrikes@1.4.1 or birdstrikes#production." };
        var after = new Argument<string>("after") { Description = "Another version of the same model." };
        var feed = new Option<string?>("--feed", "-f") { Description = "The feed with the packages: says then what 'mlops diff' says.", HelpName = "feed" };
        var json = Verb.Json();
        var verb = Verb.Create(
            "diff", "Says what changed between two versions: by their tags alone, or with --feed by their packages.",
            "mlops registry diff birdstrikes@1.4.1 birdstrikes@1.4.2", "mlops registry diff birdstrikes#production birdstrikes@latest --feed models");
        verb.Add(before);
        verb.Add(after);
        verb.Add(feed);
        verb.Add(json);
        var arguments = RegistryArguments.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "registry diff", parsed.GetValue(json));
            if (arguments.Open(environment, parsed, report.Diagnostics)?.Read(report.Diagnostics) is { } history
                && Find(history, parsed.GetRequiredValue(before), report.Diagnostics) is { } first
                && Find(history, parsed.GetRequiredValue(after), report.Diagnostics) is { } second)
            {
                return parsed.GetValue(feed) is { } place ? Packages(environment, report, first, second, place, cancellationToken) : Tags(report, first, second);
            }

            return report.Finish();
        });
        return verb;
    }

    private static RegisteredVersion? Find(RegistryHistory history, string text, DiagnosticBag diagnostics)
    {
        var reference = ModelReference.Parse(text);
        if (ArtifactChoice.Choose(history, reference.Model, diagnostics) is not { } artifact)
            return null;
        if (reference.Find(artifact) is { } version)
            return version;
        diagnostics.Error(RegistryCodes.VersionUnknown, $"{artifact.Artifact} has no {reference.Wanted}. 'mlops registry show {artifact.Artifact}' lists what it has.");
        return null;
    }

    private static int Tags(Report report, RegisteredVersion before, RegisteredVersion after)
    {
        report.Line($"{before.Tag.Name} -> {after.Tag.Name}");
        var changes = new JsonArray();
        foreach (var key in Compared)
        {
            var (old, renewed) = (string.Join("; ", before.Tag.Trailers.All(key)), string.Join("; ", after.Tag.Trailers.All(key)));
            if (old == renewed)
                continue;
            report.Line($"  {key,-10}  {(old.Length > 0 ? old : "none")} -> {(renewed.Length > 0 ? renewed : "none")}");
            changes.Add((JsonNode)new JsonObject { ["what"] = key.ToLowerInvariant(), ["before"] = old, ["after"] = renewed });
        }

        report.Line($"  {"Commit",-10}  {RegistryWords.Short(before.Tag.Commit)} -> {RegistryWords.Short(after.Tag.Commit)}");
        report.Result["before"] = RegistryWords.Json(before.Tag);
        report.Result["after"] = RegistryWords.Json(after.Tag);
        report.Result["changes"] = changes;
        return report.Finish();
    }

    private static int Packages(ToolEnvironment environment, Report report, RegisteredVersion before, RegisteredVersion after, string place, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-diff-");
        try
        {
            var feed = PackageFeeds.Open(place, environment.Folder, environment.Variable);
            return Fetch(feed, before, folder.FullName, report, cancellationToken) is { } first && Fetch(feed, after, folder.FullName, report, cancellationToken) is { } second
                ? DiffVerb.Run(report, first, second, null)
                : report.Finish();
        }
        catch (FeedException exception)
        {
            report.Diagnostics.Add(exception.Diagnostic);
            return report.Finish();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Fetch(IPackageFeed feed, RegisteredVersion version, string folder, Report report, CancellationToken cancellationToken)
    {
        var id = version.Tag.Trailers[TagTrailers.Package] ?? version.Tag.Name.Artifact;
        var file = Path.Combine(folder, $"{id}.{version.Version}.nupkg");
        if (feed.DownloadAsync(id, version.Version, file, cancellationToken).GetAwaiter().GetResult())
            return file;
        report.Diagnostics.Error(RegistryCodes.CandidateMissing, $"{feed.Name} has no {id} {version.Version}. Name another feed with --feed, or leave it out to compare the tags.");
        return null;
    }
}
