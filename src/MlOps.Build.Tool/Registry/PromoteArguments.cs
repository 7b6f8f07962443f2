using System.CommandLine;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Engine.Registry.Promotion;
using MlOps.Build.Feeds;
using MlOps.Build.Tool.Verbs;

namespace MlOps.Build.Tool.Registry;

/// <summary>The command line of <c>mlops promote</c>.</summary>
internal sealed class PromoteArguments
{
    private readonly Argument<string> _package = new("package") { Description = "The package with its version, such as BirdStrikes@1.4.2-ci.87." };

    private readonly Option<string> _to = new("--to") { Description = "The stage, such as production.", HelpName = "stage", Required = true };

    private readonly Option<string> _feed = new("--feed", "-f") { Description = "Where the package is and goes: a folder, an address, or a source's name in nuget.config.", HelpName = "feed", Required = true };

    private readonly Option<string?> _project = Verb.Project();

    private readonly Option<string[]> _data = Verb.Data();

    private readonly Option<string?> _artifact = new("--artifact") { Description = "The model's name in the registry; by default the package's id in lower case, dots as dashes.", HelpName = "name" };

    private readonly Option<string?> _commit = new("--commit") { Description = "The commit that the version is registered on when the package names none; the one that is checked out by default.", HelpName = "commit" };

    private readonly Option<string?> _reason = new("--reason") { Description = "Why, in one line; it stays in the history.", HelpName = "text" };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Do everything but push and tag, and say what would be done." };

    public Option<string?> Notes { get; } = new("--notes") { Description = "Where to write the release notes, as Markdown.", HelpName = "file" };

    public Option<bool> Json { get; } = Verb.Json();

    public void AddTo(Command verb)
    {
        verb.Add(_package);
        foreach (var option in new Option[] { _to, _feed, _project, _data, _artifact, _commit, _reason, _dryRun, Notes, Json })
            verb.Add(option);
    }

    /// <summary>What is to be done; null, with errors, when the command line names nothing that is there.</summary>
    public PromotionOptions? Read(ToolEnvironment environment, ParseResult parsed, DiagnosticBag diagnostics)
    {
        var reference = ModelReference.Parse(parsed.GetRequiredValue(_package));
        if (reference is not { Model: { } package, Version: { } version })
        {
            diagnostics.Error(RegistryCodes.VersionUnknown, $"'{parsed.GetRequiredValue(_package)}' names no version. Write it as BirdStrikes@1.4.2-ci.87.");
            return null;
        }

        if (ProjectFile.Find(environment.FullPath(parsed.GetValue(_project) ?? "."), diagnostics) is not { } file
            || Feed(environment, parsed.GetRequiredValue(_feed), diagnostics) is not { } feed)
        {
            return null;
        }

        var project = file.Describe([.. (parsed.GetValue(_data) ?? []).Select(environment.FullPath)], null, environment.Variable);
        var place = parsed.GetRequiredValue(_feed);
        return new PromotionOptions
        {
            Package = package,
            Version = version,
            Stage = parsed.GetRequiredValue(_to),
            Artifact = parsed.GetValue(_artifact) ?? project.Artifact,
            Feed = feed,
            // A source of nuget.config is known to NuGet, too.
            Source = place.Contains("://", StringComparison.Ordinal) ? place : Directory.Exists(environment.FullPath(place)) ? environment.FullPath(place) : null,
            Project = project,
            Commit = parsed.GetValue(_commit),
            Reason = parsed.GetValue(_reason),
            Origin = RegistryArguments.Origin(environment),
            WorkFolder = PromotionOptions.WorkFolderOf(project),
            DryRun = parsed.GetValue(_dryRun),
        };
    }

    private static IPackageFeed? Feed(ToolEnvironment environment, string name, DiagnosticBag diagnostics)
    {
        try
        {
            return PackageFeeds.Open(name, environment.Folder, environment.Variable);
        }
        catch (FeedException exception)
        {
            diagnostics.Add(exception.Diagnostic);
            return null;
        }
    }
}
