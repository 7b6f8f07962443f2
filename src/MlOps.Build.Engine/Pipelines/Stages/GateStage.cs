using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Judges the checklist. Decides and records; <c>MlOpsEnforceGate</c> turns verdicts into errors.</summary>
internal sealed class GateStage : IStage
{
    public string Name => StageNames.Gate;

    public int Version => 1;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema || workspace.Configuration(diagnostics) is not { } config)
            return null;
        return new StageInputs
        {
            Files = [workspace.Project.ChecklistFile],
            Upstream =
            [
                new(StageNames.Evaluate, StageFiles.EvaluationSummary),
                new(StageNames.Evaluate, StageFiles.Drift),
                new(StageNames.Checks, StageFiles.Checks),
                new(StageNames.Measure, StageFiles.Measured),
                .. BacktestStage.Left(config),
            ],
            Options = [StageInputs.Option("sensitive", Sensitive(schema)), StageInputs.Option("stage", workspace.Project.Stage)],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        var evaluation = workspace.Read(StageNames.Evaluate, StageFiles.EvaluationSummary, ContractsJson.Default.EvaluationSummary);
        if (Facts(workspace, evaluation) is not { } facts || Checklist(workspace, facts, run) is not { } checklist)
            return null;
        if (GateJudge.Judge(checklist, facts, run.Diagnostics) is not { } gate)
            return null;
        run.Write(StageFiles.GateSummary, MachineItems.Withhold(checklist, gate), ContractsJson.Default.GateSummary);
        if (MachineItems.Any(checklist))
            run.Write(StageFiles.MeasuredGate, gate, ContractsJson.Default.GateSummary);
        return StageHeadlines.Gate(gate);
    }

    /// <summary>What the checklist is judged by; null when contract or configuration do not parse, which an earlier stage has said.</summary>
    public static GateFacts? Facts(Workspace workspace, EvaluationSummary evaluation) =>
        workspace.Schema([]) is not { } schema || workspace.Configuration([]) is not { } config ? null : new GateFacts
        {
            Evaluation = evaluation,
            Checks =
            [
                .. Checks(workspace, StageNames.Checks, StageFiles.Checks),
                .. Checks(workspace, StageNames.Measure, StageFiles.Measured),
            ],
            Backtest = workspace.Backtest(config),
            Drift = InputDrift.Read(workspace),
            SensitiveColumns = Sensitive(schema).ToHashSet(StringComparer.Ordinal),
            Stage = workspace.Project.Stage,
        };

    /// <summary>The checklist of a project that has none.</summary>
    public static string DefaultText(EvaluationSummary evaluation, BacktestSummary? backtest) => DefaultChecklist.For(
        evaluation.Task, [.. evaluation.Slices.Select(slice => slice.Column).Distinct()], evaluation.Confidence,
        evaluation.References.Any(reference => reference.Name == ShuffledLabels.Reference),
        !Has(evaluation.Metrics) ? ForecastItems.None
            : backtest is not null && backtest.Windows.All(window => Has(window.Metrics)) ? ForecastItems.Windows
            : ForecastItems.TestRows);

    // An undefined one, as on a training part that never changes, would leave the gate undecided for ever.
    private static bool Has(IReadOnlyList<MetricValue> metrics) => metrics.Any(metric => metric is { Name: "mase", Value: not null });

    private static IReadOnlyList<CheckValue> Checks(Workspace workspace, string stage, string file) =>
        File.Exists(workspace.State.File(stage, file)) ? workspace.Read(stage, file, ContractsJson.Default.ModelChecks).Values : [];

    private static Checklist? Checklist(Workspace workspace, GateFacts facts, StageRun run)
    {
        if (workspace.HasChecklistFile)
            return workspace.Checklist(run.Diagnostics);
        var text = DefaultText(facts.Evaluation, facts.Backtest);
        run.Write(StageFiles.Checklist, text);
        var made = workspace.State.File(StageNames.Gate, StageFiles.Checklist);
        return Gates.Checklist.Parse(workspace.Project.Display(made), text, run.Diagnostics);
    }

    private static IEnumerable<string> Sensitive(DataSchema schema) =>
        schema.Columns.Where(column => column.Sensitive).Select(column => column.Name);
}
