using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>The rows of a split with features learned from its training rows alone; each part stands where the split says.</summary>
/// <param name="Features">Training, validation and held rows, one after another.</param>
/// <param name="Label">Their labels.</param>
/// <param name="Split">The parts as rows of the matrix; those judged are its test rows.</param>
internal sealed record FittedRows(FeatureMatrix Features, Label Label, Split Split)
{
    /// <summary>Null, with errors, when the features cannot be learned.</summary>
    /// <param name="input">The table and its recipe.</param>
    /// <param name="traits">What the trainer wants of its features.</param>
    /// <param name="split">Rows of the table.</param>
    /// <param name="label">The label of every row of the table.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static FittedRows? Learn(BacktestInput input, TrainerTraits traits, Split split, Label label, DiagnosticBag diagnostics)
    {
        // The features stage has scanned these columns for leakage; a window of few rows would find some by chance.
        var config = input.Config with { AllowLeakage = [.. input.Table.Columns.Select(column => column.Name)] };
        if (FeatureBuilder.Fit(input.Table, input.Schema, config, traits, label, split, diagnostics) is not { } pipeline)
            return null;
        int[] rows = [.. split.Train.Concat(split.Validation).Concat(split.Test)];
        var session = ManagedModelSession.Load(pipeline.Preprocessing);
        var features = FeatureTransformer.Transform(session, pipeline.Signature, pipeline.Summary, input.Table, rows);
        return new FittedRows(features, label.Take(rows), InOrder(split));
    }

    /// <summary>The parts of a split when its rows stand one after another: train, validation, test.</summary>
    public static Split InOrder(Split split) => split with
    {
        Train = [.. Enumerable.Range(0, split.Train.Length)],
        Validation = [.. Enumerable.Range(split.Train.Length, split.Validation.Length)],
        Test = [.. Enumerable.Range(split.Train.Length + split.Validation.Length, split.Test.Length)],
    };
}
