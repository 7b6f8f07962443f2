using MlOps.Build.Contracts;
using MlOps.Build.Engine.Checks;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Measures of the model what the checklist speaks of, and nothing else: some of it costs time.</summary>
internal sealed class CheckStage(string name, string file, IReadOnlyList<IModelCheck> checks, bool ofMachine) : IStage
{
    /// <summary>Checks with the same value on every machine.</summary>
    public static CheckStage Same { get; } = new(StageNames.Checks, StageFiles.Checks, CheckCatalog.Same, ofMachine: false);

    /// <summary>Checks whose values belong to the machine that measured.</summary>
    public static CheckStage OfMachine { get; } = new(StageNames.Measure, StageFiles.Measured, CheckCatalog.OfMachine, ofMachine: true);

    public string Name => name;

    public int Version => 1;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (Context(workspace, null, diagnostics) is not { } context)
            return null;
        var wanted = Wanted(context);
        var inputs = Selected(wanted).Select(check => check.Inputs(context)).ToList();
        return new StageInputs
        {
            Files = [.. inputs.SelectMany(input => input.Files).Distinct()],
            Upstream = [.. inputs.SelectMany(input => input.Upstream).Distinct()],
            Options = [StageInputs.Option("wanted", wanted), .. inputs.SelectMany(input => input.Options)],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        if (Context(workspace, run.Progress, []) is not { } context)
            return null;
        var wanted = Wanted(context);
        var values = Selected(wanted)
            .SelectMany(check => check.Measure(context, cancellationToken))
            .Where(value => wanted.Contains(value.Name))
            .OrderBy(value => value.Name, StringComparer.Ordinal)
            .ToList();
        var made = new ModelChecks { Values = values, Machine = ofMachine && values.Count > 0 ? MeasuringMachine.Describe() : null };
        run.Write(file, made, ContractsJson.Default.ModelChecks);
        return values.Count == 0 ? "the checklist asks for nothing" : string.Join(", ", values.Select(Shown));
    }

    private static CheckContext? Context(Workspace workspace, IProgress<string>? progress, DiagnosticBag diagnostics) =>
        workspace.Schema(diagnostics) is { } schema && workspace.Configuration(diagnostics) is { } config
            ? new CheckContext(workspace, schema, config, progress)
            : null;

    private IEnumerable<IModelCheck> Selected(IReadOnlyList<string> wanted) => checks.Where(check => check.Names.Any(wanted.Contains));

    // A checklist that does not parse asks for nothing; the split stage has said so before.
    private IReadOnlyList<string> Wanted(CheckContext context)
    {
        var checklist = context.Workspace.HasChecklistFile
            ? context.Workspace.Checklist([])
            : Checklist.Parse("", DefaultChecklist.For(context.Config.Task, [], context.Config.Evaluation.Confidence), []);
        var own = checks.SelectMany(check => check.Names).ToHashSet(StringComparer.Ordinal);
        var names = (checklist?.Items ?? []).SelectMany(item => item.Expression is { } gate ? ExpressionNames.Of(gate) : []);
        return [.. names.Where(own.Contains).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Shown(CheckValue value)
    {
        var words = CheckNames.WordsOf(value.Name) ?? value.Name;
        if (value.Value is not { } number)
            return $"{words}: {value.Reason}";
        var unit = DisplayUnit.For(new CheckNames().DimensionOf(value.Name), number);
        return $"{words} {unit.Of(number, unit.Decimals(number))}";
    }
}
