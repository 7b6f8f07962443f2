using System.Diagnostics;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Secrets;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Engine.Tracking;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>
/// Brings one stage up to date: same key, nothing to do; otherwise from the cache; otherwise by running it. Outputs appear whole or
/// not at all, and a stage that fails leaves the previous ones: their receipt's key says that they are not of today's inputs.
/// </summary>
internal sealed class StageRunner(Workspace workspace, CacheStore cache, IRunLog? runs = null)
{
    private readonly StateFolder _state = workspace.State;
    private readonly Lazy<SecretScanner> _secrets = new(SecretScanner.OfProcess);
    private readonly KeyMaker _keys = new(workspace.Project, workspace.State, workspace.Hashes);

    /// <summary>Runs the stage when that is needed.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing half-written is left.</exception>
    public StageOutcome Run(IStage stage, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();
        try
        {
            using var held = Hold(progress, cancellationToken);
            var outcome = Bring(stage, diagnostics, progress, cancellationToken);
            workspace.Hashes.Save();
            return outcome with { Elapsed = clock.Elapsed };
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            diagnostics.Add(IoFailure.Describe(exception, $"the outputs of stage '{stage.Name}'", _state.Root));
            return Failed(stage, diagnostics, exception);
        }
    }

    /// <summary>The stage's receipt when its outputs are those of today's inputs; null otherwise. Call it with the lock held.</summary>
    public Receipt? Current(IStage stage)
    {
        var ignored = new DiagnosticBag();
        return stage.Inputs(workspace, ignored) is { } inputs && _keys.Of(stage, inputs, ignored) is { } key ? Current(stage, key) : null;
    }

    /// <summary>Keeps other builds of this project out, and sweeps what a killed one left.</summary>
    public IDisposable Hold(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var held = StateLock.Take(_state.LockFile, () => progress?.Report("waiting for another build of this project"), cancellationToken);
        _state.Sweep();
        return held;
    }

    private StageOutcome Bring(IStage stage, DiagnosticBag diagnostics, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        // Warnings of files that several stages read are told by the one that keeps them in its receipt.
        var found = new DiagnosticBag();
        if (stage.Inputs(workspace, found) is not { } inputs || _keys.Of(stage, inputs, found) is not { } key)
            return Failed(stage, found);
        if (Current(stage, key) is { } current)
            return Done(StageState.UpToDate, current, []);
        if (Restore(stage, key, diagnostics) is { } restored)
            return Done(StageState.FromCache, restored, diagnostics);
        return Execute(stage, inputs, key, diagnostics, progress, cancellationToken);
    }

    private Receipt? Current(IStage stage, string key)
    {
        var receipt = _state.Receipt(stage.Name);
        return receipt?.Key == key && receipt.Outputs.All(IsThere) ? receipt : null;

        bool IsThere(ReceiptOutput output) => workspace.Hashes.Of(_state.File(stage.Name, output.Path)) == output.Sha256;
    }

    private Receipt? Restore(IStage stage, string key, DiagnosticBag diagnostics)
    {
        var receipt = cache.Restore(key, _state.Begin(stage.Name), diagnostics);
        if (receipt is null)
            _state.Abandon(stage.Name);
        else
            Finish(stage, receipt);
        return receipt;
    }

    private StageOutcome Execute(
        IStage stage, StageInputs inputs, string key, DiagnosticBag diagnostics, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        // What the cache said belongs to this build; what the stage says belongs to its outputs.
        var (own, read) = (new DiagnosticBag(), _keys.Describe(inputs));
        var folder = _state.Begin(stage.Name);
        try
        {
            var run = new StageRun(folder, own, progress) { Key = key, Runs = new RunTracker(runs, workspace.Project.Name, diagnostics) };
            var headline = stage.Run(workspace, run, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (headline is null || own.HasErrors)
            {
                diagnostics.AddRange(own);
                return Failed(stage, diagnostics);
            }

            var receipt = new Receipt
            {
                Stage = stage.Name,
                Key = key,
                Headline = headline,
                Inputs = read,
                Origin = run.Origin,
                Outputs = Outputs(folder),
                Diagnostics = [.. own],
            };
            RefuseSecrets(stage, folder, receipt, own);
            diagnostics.AddRange(own);
            if (own.HasErrors)
                return Failed(stage, diagnostics);
            Finish(stage, receipt);
            var fromCache = new DiagnosticBag();
            cache.Save(receipt, _state.Stage(stage.Name), fromCache);
            return Done(StageState.Ran, receipt, fromCache) with { Diagnostics = [.. diagnostics, .. fromCache] };
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !IoFailure.Knows(exception))
        {
            diagnostics.AddRange(own);
            var reason = exception.Message.ReplaceLineEndings(" ");
            diagnostics.Error(
                BuildCodes.StageBroken,
                $"stage '{stage.Name}' broke: {reason} This is an error in MlOps.Build; please report it with the log of 'dotnet build -v:d'.");
            return Failed(stage, diagnostics, exception);
        }
        finally
        {
            _state.Abandon(stage.Name);
        }
    }

    // In a written file the place is one that can be mended, so those come first.
    private void RefuseSecrets(IStage stage, string folder, Receipt receipt, DiagnosticBag diagnostics)
    {
        var (project, guard) = (workspace.Project, new SecretGuard(_secrets.Value, diagnostics));
        foreach (var file in new[] { project.SchemaFile, project.ConfigurationFile, project.ChecklistFile, project.ModelCardFile })
            guard.File(file, project.Display(file));
        if (diagnostics.HasErrors)
            return;
        foreach (var output in receipt.Outputs)
            guard.File(Path.Combine(folder, output.Path), project.Display(_state.File(stage.Name, output.Path)));
        guard.Bytes($"the receipt of stage {stage.Name}", Encoding.UTF8.GetBytes(ReceiptFile.Write(receipt)));
    }

    private void Finish(IStage stage, Receipt receipt)
    {
        _state.Finish(stage.Name, receipt);
        foreach (var output in receipt.Outputs)
            workspace.Hashes.Written(_state.File(stage.Name, output.Path), output.Sha256);
    }

    private static List<ReceiptOutput> Outputs(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => new ReceiptOutput(
                Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), ContentHash.OfFile(file.FullName), file.Length))
            .OrderBy(output => output.Path, StringComparer.Ordinal),
    ];

    private static StageOutcome Done(StageState state, Receipt receipt, IReadOnlyCollection<Diagnostic> more) =>
        new() { Stage = receipt.Stage, State = state, Headline = receipt.Headline, Diagnostics = [.. receipt.Diagnostics, .. more] };

    private static StageOutcome Failed(IStage stage, DiagnosticBag diagnostics, Exception? exception = null) =>
        new() { Stage = stage.Name, State = StageState.Failed, Diagnostics = [.. diagnostics], Trace = exception?.ToString() };
}
