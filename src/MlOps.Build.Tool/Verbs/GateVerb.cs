using System.CommandLine;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops gate</c>: judges the checklist by what the last build measured, and explains the verdicts.</summary>
internal static class GateVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var project = new Argument<string?>("project")
        {
            Description = "The project file or its folder; the current folder by default.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var explain = new Option<bool>("--explain") { Description = "Show each comparison, and what would have had to differ for it to pass." };
        var json = Verb.Json();
        var verb = Verb.Create(
            "gate",
            "Judges the checklist as it is now by what the last build measured. Fails when an item fails.",
            "mlops gate",
            "mlops gate samples/BirdStrikes --explain");
        verb.Add(project);
        verb.Add(explain);
        verb.Add(json);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "gate", parsed.GetValue(json)),
            environment.FullPath(parsed.GetValue(project) ?? "."),
            parsed.GetValue(explain),
            cancellationToken));
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, string path, bool explain, CancellationToken cancellationToken)
    {
        if (ProjectFile.Find(path, report.Diagnostics) is not { } file)
            return report.Finish();
        var project = file.Describe([], null, environment.Variable);
        if (GateReview.Run(project, report.Diagnostics, cancellationToken) is not { } gate)
            return report.Finish();
        foreach (var line in GateListing.Of(project.Name, gate, explain))
            report.Line(line);
        report.Result["verdict"] = gate.Verdict.ToString().ToLowerInvariant();
        report.Result["gate"] = JsonSerializer.SerializeToNode(gate, ContractsJson.Default.GateSummary);
        report.Diagnostics.AddRange(GateEnforcer.Diagnostics(gate, DiagnosticSeverity.Warning));
        return report.Finish();
    }
}
