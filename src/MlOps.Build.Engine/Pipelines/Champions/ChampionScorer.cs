using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Champions;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>
/// Runs the champion's packaged model on today's test rows. The package may come from anywhere: whatever is wrong with it ends as a
/// reason, never as a comparison that is not fair, and never as an error of this build.
/// </summary>
internal sealed class ChampionScorer(ModelProject project, ChampionRows rows)
{
    /// <summary>Finds the champion and runs it; null when there is none yet.</summary>
    public static ChampionEntry? Find(
        ModelProject project, ChampionRows rows, DiagnosticBag diagnostics, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (ChampionFinder.Find(project) is not { } path)
            return null;
        progress?.Report("scoring with the champion");
        return new ChampionScorer(project, rows).Score(path, diagnostics, cancellationToken) with { Rows = rows.Known };
    }

    /// <summary>The champion's scores or the reason why there are none; a reason is a warning too.</summary>
    public ChampionEntry Score(string path, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var identity = new ChampionComparison
        {
            Package = project.PackageId ?? project.Name,
            Sha256 = File.Exists(path) ? ContentHash.OfFile(path) : null,
        };
        if (Open(path, out var refusal) is not { } package)
            return Refused(new ChampionEntry { Identity = identity }, refusal!, path, diagnostics);
        identity = identity with { Package = package.Manifest.Name, Version = package.Manifest.Version, Evidence = package.Manifest.Evidence };
        var entry = new ChampionEntry { Identity = identity };
        try
        {
            entry = Score(package, entry, out refusal, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
        {
            refusal = Failed(exception);
        }

        return refusal is null ? entry : Refused(entry, refusal, path, diagnostics);
    }

    private ModelPackage? Open(string path, out ChampionRefusal? refusal)
    {
        refusal = null;
        var found = new DiagnosticBag();
        if (!File.Exists(path))
            refusal = Unreadable("the file does not exist");
        else if (ModelPackageReader.Open(path, found) is { } package)
            return package;
        else
            refusal = Unreadable($"its package {found.First().Message.TrimEnd('.')}");
        return null;
    }

    private ChampionEntry Score(ModelPackage package, ChampionEntry entry, out ChampionRefusal? refusal, CancellationToken cancellationToken)
    {
        if (package.Read(PartNames.Model) is not { } bytes || package.Read(PartNames.Signature) is not { } signatureBytes
            || JsonSerializer.Deserialize(signatureBytes, ContractsJson.Default.ModelSignature) is not { } signature)
        {
            refusal = Unreadable($"its package holds no '{PartNames.Model}' with a '{PartNames.Signature}'");
            return entry;
        }

        refusal = ChampionFit.Check(signature, OnnxModelReader.Read(bytes).Graph, rows);
        if (refusal is not null)
            return entry;
        (var overlap, refusal) = new ChampionMemory(package, rows.Table, rows.Test, rows.Config.Evaluation.ChampionOverlapLimit).Check();
        entry = entry with { Identity = entry.Identity with { Overlap = overlap } };
        if (refusal is not null)
            return entry;
        var scores = Run(PackagedModel.Open(package, GraphSession.Open), cancellationToken);
        refusal = CheckScores(scores, signature.Task);
        return entry with { Scores = ClassOrder.Of(scores, signature.Classes, rows.Classes), Threshold = signature.Threshold };
    }

    private float[] Run(PackagedModel model, CancellationToken cancellationToken)
    {
        // Of a number with its interval, the number.
        var width = model.Signature.Interval is null ? model.OutputsPerRow : 1;
        var scores = new float[rows.Test.Length * width];
        var next = 0;
        foreach (var batch in rows.Test.Chunk(PackagedModel.BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inputs = new ModelInputs(batch.Length);
            foreach (var (name, tensor) in TableTensors.Of(rows.Table, model.Signature, batch))
                inputs.Add(name, tensor);
            var outputs = model.Run(inputs);
            for (var i = 0; i < batch.Length; i++)
                outputs.AsSpan(i * model.OutputsPerRow, width).CopyTo(scores.AsSpan(next + (i * width)));
            next += batch.Length * width;
        }

        return scores;
    }

    private static ChampionRefusal? CheckScores(float[] scores, LearningTask task)
    {
        var index = Array.FindIndex(scores, score => !IsUsable(score, task));
        return index < 0 ? null : new ChampionRefusal(
            ChampionCodes.Failed,
            FormattableString.Invariant($"it gave {scores[index]}, which is no {(task == LearningTask.Regression ? "finite number" : "probability")}"),
            "Take another champion, or promote this model without the comparison.");
    }

    private static bool IsUsable(float score, LearningTask task) => Evaluation.ScoreChecks.IsValid(score, task != LearningTask.Regression);

    private ChampionEntry Refused(ChampionEntry entry, ChampionRefusal refusal, string path, DiagnosticBag diagnostics)
    {
        diagnostics.Warning(
            refusal.Code, $"the {entry.DisplayName} is not compared: {refusal.Reason}. {refusal.WayOut}", new SourcePosition(project.Display(path)));
        return entry with { Scores = null, Identity = entry.Identity with { NotCompared = refusal.Reason } };
    }

    private static ChampionRefusal Unreadable(string reason) => new(
        ChampionCodes.Unreadable, reason, "Name another package with MlOpsChampionPackage, or take it from its feed again.");

    private static ChampionRefusal Failed(Exception exception) => new(
        ChampionCodes.Failed,
        $"it cannot be run: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}",
        "Take a champion whose model this version runs, or promote this model without the comparison.");
}
