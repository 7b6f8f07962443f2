using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Pipelines.Champions;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Registry.Promotion.Consumers;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>
/// Evaluates a packed model again: it runs in an application of its own on test rows that were made anew, and the champion of the target stage on
/// the same rows.
/// </summary>
internal sealed class StageEvaluation(TestBench bench, ModelPackage package, PackedRecords records, DiagnosticBag diagnostics)
{
    /// <summary>What two back ends may differ by: absolute for probabilities, relative for numbers (docs/guides/onnx-parity.md).</summary>
    private const double Tolerance = 1e-4;

    private readonly IReadOnlyList<FeatureColumnSummary> _columns = records.Evidence.Features.Columns;

    private bool SameRows => bench.Fingerprint is { } rows && rows == records.Evidence.Split.TestFingerprint;

    /// <summary>What was measured; null, with errors, when that could not be done.</summary>
    /// <param name="consumer">The application.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EvaluatedCandidate? Run(ConsumerRun consumer, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var (label, split) = bench.Workspace.Split();
        var rows = ChampionRows.Of(bench.Config, bench.Schema, bench.Table, label.Classes, split.Test, _columns);
        if (Refusal(rows) is { } refusal)
            return Fail(RegistryCodes.NotEvaluated, refusal);
        progress?.Report("running the packed model in an application");
        if (consumer.Run(bench.Table, split.Test, records.Signature, diagnostics, cancellationToken) is not { } result)
            return null;
        if (result.Measures.GoldenFailure is { } failure)
            return Fail(RegistryCodes.ConsumerFailed, $"an application on it does not predict what its golden rows say: {failure}");
        progress?.Report("evaluating again");
        var frame = new EvaluationFrame(bench.Workspace, bench.Config, bench.Schema, bench.Table, _columns)
            .Of(Scores(result.Outputs, label.Classes), RowWeights.OfMetrics(bench.Config, bench.Table, diagnostics), diagnostics, progress, cancellationToken);
        if (diagnostics.HasErrors || Evaluator.Evaluate(frame, diagnostics, cancellationToken) is not { } fresh)
            return diagnostics.HasErrors ? null : Fail(RegistryCodes.NotEvaluated, "its scores cannot be judged");
        if (Changed(fresh) is { } changed)
            return Fail(RegistryCodes.NotEvaluated, changed);
        var evaluation = Completed(fresh);
        return new StageGate(bench, records, diagnostics).Judge(evaluation, result.Measures, cancellationToken) is { } gate
            ? new EvaluatedCandidate(evaluation, gate, SameRows, result.Measures)
            : null;
    }

    private string? Refusal(ChampionRows rows)
    {
        if (ChampionFit.Check(records.Signature, OnnxModelReader.Read(records.Model).Graph, rows) is { } unfit)
            return unfit.Reason;
        // On the recorded rows the build has seen to it.
        return SameRows ? null
            : new ChampionMemory(package, bench.Table, bench.Split.Test, bench.Config.Evaluation.ChampionOverlapLimit).Check().Refusal?.Reason.Replace("the champion", "this model", StringComparison.Ordinal);
    }

    private TestScores Scores(float[] outputs, IReadOnlyList<string> classes)
    {
        if (records.Signature.Interval is null)
            return new TestScores(ClassOrder.Of(outputs, records.Signature.Classes, classes), null, records.Signature.Threshold);
        var rows = outputs.Length / 3;
        float[] Column(int place) => [.. Enumerable.Range(0, rows).Select(row => outputs[(row * 3) + place])];
        return new TestScores(Column(0), new PredictionBounds(Column(1), Column(2)), null);
    }

    // The same rows, the same model: another number is another model, or a machine that computes otherwise.
    private string? Changed(EvaluationSummary fresh)
    {
        if (!SameRows)
            return null;
        foreach (var packed in records.Evidence.Evaluation.Metrics.Where(metric => metric.Value is { } value && double.IsFinite(value)))
        {
            if (fresh.Metrics.FirstOrDefault(metric => metric.Name == packed.Name)?.Value is { } value
                && Math.Abs(value - packed.Value!.Value) > Tolerance * Math.Max(1, Math.Abs(packed.Value.Value)))
            {
                return string.Create(CultureInfo.InvariantCulture, $"'{packed.Name}' is {value:0.######} on the recorded test rows here, and {packed.Value:0.######} in its evidence");
            }
        }

        return null;
    }

    // Baselines and compared trainers are not in the package. What was measured of them holds on the same rows, and on no others.
    private EvaluationSummary Completed(EvaluationSummary fresh)
    {
        var packed = records.Evidence.Evaluation;
        return !SameRows ? fresh : fresh with
        {
            References = [.. packed.References.Where(reference => reference.Name != ReferenceEvaluation.Champion), .. fresh.References],
            FoundSlices = packed.FoundSlices,
            Importances = packed.Importances,
            TestSet = packed.TestSet,
        };
    }

    private EvaluatedCandidate? Fail(string code, string reason)
    {
        diagnostics.Error(code, $"{package.Manifest.Name} {package.Manifest.Version} cannot be promoted: {reason.TrimEnd('.')}. Build it again, or promote another version.");
        return null;
    }
}
