using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Labels;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry.Approvals;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Engine.Registry.Git;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Promotion.Consumers;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>
/// Gives a stage a version: fetches the package, verifies it, evaluates it again against what the stage holds, judges it by the stage's checklist,
/// labels the same bits as the stable version, pushes them and writes the tags. The tags are the moment that counts: until then nobody who
/// follows a stage sees anything, and after it everything is there.
/// </summary>
internal sealed class Promoter(RegistryRepository registry, PromotionOptions options, DiagnosticBag diagnostics)
{
    private readonly string _artifact = options.Artifact ?? ArtifactName.Of(options.Package);

    /// <summary>What was done; null, with errors, when nothing was.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<PromotionResult?> RunAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder(options.WorkFolder);
        try
        {
            return await PromoteAsync(progress, cancellationToken).ConfigureAwait(false);
        }
        catch (FeedException exception)
        {
            diagnostics.Add(exception.Diagnostic);
            return null;
        }
    }

    private async Task<PromotionResult?> PromoteAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        // What would stop the last step stops the first.
        if (!NamesAreFit() || TagWriter.Identity(registry.Git, diagnostics) is null || !ProjectIsCommitted() || !registry.Fetch(diagnostics) || registry.Read(diagnostics) is not { } history)
            return null;
        var artifact = history.Of(_artifact);
        progress?.Report("fetching and verifying the package");
        if (await Candidate.FetchAsync(options, diagnostics, cancellationToken).ConfigureAwait(false) is not { } candidate)
            return null;
        if (artifact.Current(options.Stage) is { } current && Holds(artifact, current, candidate))
            return await DoneAsync(candidate, current, cancellationToken).ConfigureAwait(false);
        if (Policy(candidate) is not { } policy || !policy.MayPromote(diagnostics) || !policy.IsApproved(diagnostics))
            return null;
        if (new CommitChoice(registry, artifact, options, diagnostics).Of(candidate) is not { } commit)
            return null;
        var champion = await new StageChampion(artifact, options, diagnostics).FetchAsync(cancellationToken).ConfigureAwait(false);
        if (diagnostics.HasErrors)
            return null;
        if (Evaluate(candidate, champion, progress, cancellationToken) is not { } measured)
            return null;
        var evaluated = measured with { Gate = policy.Sign(measured.Gate) };
        if (!IsAllowed(evaluated))
            return null;
        if (Label(candidate) is not { } stable || !AreRegisteredBits(artifact, candidate, stable))
            return null;
        var notes = ReleaseNotes.Write(candidate, champion, evaluated, options);
        var tags = new PromotionTags(registry, artifact, options, candidate, evaluated, ContentHash.OfFile(stable)) { Approvers = policy.Approvers };
        var result = new PromotionResult
        {
            Candidate = candidate,
            Before = artifact.Current(options.Stage),
            Evaluated = evaluated,
            Tags = [.. tags.On(commit).Select(tag => tag.Name)],
            Sha256 = tags.Sha256,
            Notes = notes,
        };
        if (options.DryRun)
            return result;
        progress?.Report("pushing and tagging");
        return await new Publication(registry, artifact, options, diagnostics).RunAsync(stable, candidate.StableVersion, tags.On(commit), cancellationToken).ConfigureAwait(false) ? result : null;
    }

    // A run that was killed behind its tags, or another run's mishap, may have left the feed without the package.
    private async Task<PromotionResult> DoneAsync(Candidate candidate, StageHolding current, CancellationToken cancellationToken)
    {
        var sha256 = current.Tag.Trailers[TagTrailers.Sha256] ?? "";
        if (!options.DryRun && Label(candidate) is { } stable && ContentHash.OfFile(stable) == sha256)
            await options.Feed.PushAsync(stable, options.Package, candidate.StableVersion, cancellationToken).ConfigureAwait(false);
        return new PromotionResult { Candidate = candidate, Before = current, Tags = [current.Tag.Name.ToString()], Sha256 = sha256, WasDone = true };
    }

    // Policy, checklist, contract and configuration decide; what is not committed, nobody has reviewed.
    private bool ProjectIsCommitted()
    {
        var project = options.Project;
        string[] files = [project.ChecklistFile, project.SchemaFile, project.ConfigurationFile, Path.Combine(project.Folder, PromotionPolicy.FileName)];
        var status = new GitRepository(project.Folder).Run(["status", "--porcelain", "--untracked-files=all", "--", .. files]);
        if (!status.Succeeded || status.Text.Length == 0)
            return true;
        diagnostics.Error(
            RegistryCodes.NotCommitted,
            $"a promotion goes by what is committed, and these files are not: {string.Join(", ", status.Text.Split('\n').Select(line => line[3..]))}. Commit them, or put them back.",
            new SourcePosition(project.Folder));
        return false;
    }

    // The same evidence may come in another envelope; a version's bytes never change.
    private bool AreRegisteredBits(ArtifactHistory artifact, Candidate candidate, string stable)
    {
        if (artifact.Find(candidate.StableVersion)?.Tag.Trailers is not { } trailers || trailers[TagTrailers.Sha256] is not { } registered || registered == ContentHash.OfFile(stable))
            return true;
        diagnostics.Error(
            RegistryCodes.VersionTaken,
            $"{artifact.Artifact} {candidate.StableVersion} was registered from {trailers[TagTrailers.Prerelease] ?? candidate.StableVersion} with other bytes. Promote {options.Package}@{candidate.StableVersion} itself to another stage.");
        return false;
    }

    private PolicyJudge? Policy(Candidate candidate)
    {
        if (PromotionPolicy.Read(options.Project, options.Stage, diagnostics) is not { } policy || registry.Actor(options.Origin, diagnostics) is not { } actor)
            return null;
        return new PolicyJudge(policy, options.Stage, actor, candidate, new ApprovalStore(registry, _artifact).Read(candidate.Evidence));
    }

    private bool NamesAreFit()
    {
        foreach (var (what, name) in new[] { ("artifact", _artifact), ("stage", options.Stage) })
        {
            if (TagName.IsName(name))
                continue;
            diagnostics.Error(
                RegistryCodes.InvalidName,
                $"'{name}' cannot be the name of the {what}: letters, digits, '-', '_' and '/', a letter or digit at both ends. Name another one with --{what}.");
            return false;
        }

        return registry.Config.Allows(options.Stage, diagnostics);
    }

    private static bool Holds(ArtifactHistory artifact, StageHolding current, Candidate candidate) =>
        current.Version == candidate.StableVersion && artifact.Find(candidate.StableVersion)?.Tag.Trailers[TagTrailers.Evidence] == candidate.Evidence;

    private EvaluatedCandidate? Evaluate(Candidate candidate, string? champion, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var project = options.Project with { Stage = options.Stage, ChampionPackage = champion, Feed = null };
        if (TestBench.Make(project, options.WorkFolder, diagnostics, progress, cancellationToken) is not { } bench)
            return null;
        string[] sources = [Path.GetDirectoryName(candidate.File)!, .. options.Source is { } source ? [source] : Array.Empty<string>()];
        var consumer = new ConsumerRun(candidate.Package, Path.Combine(options.WorkFolder, "consumer"), sources);
        return new StageEvaluation(bench, candidate.Package, candidate.Records, diagnostics).Run(consumer, progress, cancellationToken);
    }

    private bool IsAllowed(EvaluatedCandidate evaluated)
    {
        foreach (var item in evaluated.Gate.Items.Where(item => item is { Warns: false, IsHeading: false } && item.Verdict != Verdict.Pass))
        {
            diagnostics.Error(
                RegistryCodes.StageRefuses,
                $"'{options.Stage}' does not take it: \"{item.Text}\" {(item.Verdict == Verdict.Fail ? "failed" : "is undecided")}: {item.Explanation.TrimEnd('.')}.",
                item.Position);
        }

        return !diagnostics.HasErrors;
    }

    // The bits that were judged, under the version that people will ask for.
    private string? Label(Candidate candidate)
    {
        var name = candidate.Package.Manifest.Name;
        var stable = Path.Combine(Directory.CreateDirectory(Path.Combine(options.WorkFolder, "stable")).FullName, $"{name}.{candidate.StableVersion}.nupkg");
        if (candidate.IsStable)
        {
            WholeFile.Copy(candidate.File, stable);
            return stable;
        }

        PackageRelabel.Write(candidate.File, name, candidate.StableVersion, stable);
        var differences = PackageRelabel.Differences(candidate.File, stable, name, candidate.Version);
        if (differences.Count == 0)
            return stable;
        diagnostics.Error(RegistryCodes.LabelChangedMore, $"under its stable version the package would differ in more than that: {string.Join(", ", differences)}. Pack it again with this version of MlOps.Build.");
        return null;
    }
}
