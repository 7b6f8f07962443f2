using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Features.Leakage;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Features;

/// <summary>Learns the features from the training rows, and writes them as a graph.</summary>
internal static class FeatureBuilder
{
    /// <summary>The pipeline; null, with errors, when a feature leaks, does not fit or cannot be learned.</summary>
    public static FeaturePipeline? Fit(
        Table table, DataSchema schema, TrainingConfig config, TrainerTraits traits, Label label, Split split, DiagnosticBag diagnostics)
    {
        var input = new FeatureInput(table, schema, config, traits, label, split);
        if (new FeaturePlanner(input, diagnostics).Plan() is not { } plan)
            return null;
        var leakage = LeakageGate.Check(input, plan, diagnostics);
        return leakage is null ? null : Build(input, plan, leakage, diagnostics);
    }

    private static FeaturePipeline? Build(
        FeatureInput input, FeaturePlan plan, IReadOnlyList<LeakageScore> leakage, DiagnosticBag diagnostics)
    {
        var graph = new GraphBuilder("preprocessing");
        var raw = new RawColumns(input.Table, input.Split.Train, graph);
        var used = plan.Features.SelectMany(feature => feature.Columns).ToHashSet(StringComparer.Ordinal);
        var columns = input.Table.Columns.Where(column => used.Contains(column.Name)).ToList();
        foreach (var column in columns)
            raw.AddInput(column);
        var output = new FeatureOutput(graph);
        var timeColumn = input.Config.Split.Method == SplitMethod.Time ? input.Config.Split.Column : null;
        var complete = true;
        foreach (var feature in plan.Features)
        {
            var fitter = new FeatureFitter(feature, input.Traits, timeColumn, graph, raw, diagnostics);
            if (fitter.Fit() is { } lanes)
                output.Add(feature, fitter.Words, lanes);
            else
                complete = false;
        }

        if (input.Traits.Models)
            new MemberFeatures(input.Config, input.Label.Classes, graph).AddTo(output);
        return complete ? Pipeline(input, plan, leakage, columns, output) : null;
    }

    private static FeaturePipeline Pipeline(
        FeatureInput input, FeaturePlan plan, IReadOnlyList<LeakageScore> leakage, IReadOnlyList<Column> columns, FeatureOutput output)
    {
        var signature = new ModelSignature
        {
            Task = input.Config.Task,
            Label = input.Config.Label.Name,
            Inputs = [.. columns.Select(column => SignatureInputs.Of(column, input.Schema.Find(column.Name)))],
            Classes = input.Label.Classes,
        };
        var summary = new FeatureSummary
        {
            Columns = output.Columns,
            Inputs = output.Inputs,
            Categories = output.Categories,
            Excluded = plan.Excluded,
            Leakage = leakage,
        };
        return new FeaturePipeline { Preprocessing = output.Finish(), Signature = signature, Summary = summary };
    }
}
