using MlOps.Build.Contracts;
using MlOps.Build.Engine.Checks;
using MlOps.Build.Engine.Checks.Reproducibility;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Registry.Promotion.Consumers;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>Judges the project's checklist for a stage, by what was measured of the package.</summary>
internal sealed class StageGate(TestBench bench, PackedRecords records, DiagnosticBag diagnostics)
{
    /// <summary>The judged checklist; null, with errors, when it means nothing.</summary>
    public GateSummary? Judge(EvaluationSummary evaluation, ConsumerMeasures measures, CancellationToken cancellationToken)
    {
        if (Checklist(evaluation) is not { } checklist)
            return null;
        var wanted = checklist.Items.SelectMany(item => item.Expression is { } gate ? ExpressionNames.Of(gate) : []).ToHashSet(StringComparer.Ordinal);
        var facts = new GateFacts
        {
            Evaluation = evaluation,
            Checks = [.. Checks(wanted, cancellationToken), .. Latency(measures)],
            Backtest = records.Evidence.Backtest,
            Drift = InputDrift.Of(bench.Workspace, bench.Config, bench.Table, records.Evidence.Features.Columns),
            SensitiveColumns = bench.Schema.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal),
            Stage = bench.Workspace.Project.Stage,
        };
        return GateJudge.Judge(checklist, facts, diagnostics) is { } gate ? gate with { Items = [.. gate.Items.Zip(checklist.Items, AsBuilt)] } : null;
    }

    private Checklist? Checklist(EvaluationSummary evaluation) => bench.Workspace.HasChecklistFile
        ? bench.Workspace.Checklist(diagnostics)
        : Gates.Checklist.Parse("the default checklist", GateStage.DefaultText(evaluation, records.Evidence.Backtest), diagnostics);

    private IEnumerable<CheckValue> Checks(HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var model = bench.Workspace.State.File(StageNames.Train, StageFiles.Model);
        Directory.CreateDirectory(Path.GetDirectoryName(model)!);
        WholeFile.Write(model, records.Model);
        var context = new CheckContext(bench.Workspace, bench.Schema, bench.Config);
        // Latency is the application's; trained again is nothing here.
        return CheckCatalog.Same.Concat(CheckCatalog.OfMachine)
            .Where(check => check is not LatencyCheck and not ReproducibleCheck && check.Names.Any(wanted.Contains))
            .SelectMany(check => check.Measure(context, cancellationToken));
    }

    private static IEnumerable<CheckValue> Latency(ConsumerMeasures measures) =>
    [
        new CheckValue { Name = "latency.p50", Value = measures.Median, Detail = "one row, median, in an application" },
        new CheckValue { Name = "latency.p99", Value = measures.High, Detail = "one row, 99th percentile, in an application" },
        new CheckValue { Name = "latency.batch", Value = measures.Batch, Detail = "1,000 rows, in an application" },
    ];

    // What only the build can measure stays as it was judged there.
    private GateItem AsBuilt(GateItem item, ChecklistItem written) =>
        item is { Verdict: Verdict.Undecided, Expression: { } expression } && written.Expression is { } gate && ExpressionNames.Of(gate).All(name => name == ReproducibleName)
        && records.Gate.Items.FirstOrDefault(packed => packed.Expression == expression && packed.Applies) is { } built
            ? item with { Verdict = built.Verdict, Explanation = $"as built: {built.Explanation}" }
            : item;

    private static readonly string ReproducibleName = new ReproducibleCheck().Names[0];
}
