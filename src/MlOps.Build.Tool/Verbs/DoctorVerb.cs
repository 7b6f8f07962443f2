using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Tool.Doctor;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops doctor</c>: what is wrong with this machine or project, and the fix.</summary>
internal static class DoctorVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var (project, json) = (Verb.Project(), Verb.Json());
        var verb = Verb.Create(
            "doctor",
            "Says what is wrong with this machine or project, and how to mend it.",
            "mlops doctor",
            "mlops doctor --project samples/BirdStrikes --json");
        verb.Add(project);
        verb.Add(json);
        verb.SetAction(parsed => Run(
            environment, new Report(environment, "doctor", parsed.GetValue(json)), environment.FullPath(parsed.GetValue(project) ?? ".")));
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, string path)
    {
        var findings = new DiagnosticBag();
        List<(string Name, Action Check)> checks =
        [
            (".NET SDK", () => MachineChecks.Sdk(environment, findings)),
            ("git", () => MachineChecks.Program(environment, "git", "the package's envelope then names no commit. Install git.", findings)),
            ("node", () => MachineChecks.Program(environment, "node", "only needed to compare models with ONNX Runtime in tests.", findings)),
            ("cache", () => MachineChecks.Cache(environment, findings)),
        ];
        if (ProjectFile.Find(path, findings) is { } project)
        {
            checks.Add(("project", () => ProjectChecks.Reference(project, findings)));
            checks.Add(("files", () => ProjectChecks.Files(project, environment, findings)));
            checks.Add(("data", () => ProjectChecks.Data(project, findings)));
        }

        var results = new JsonArray();
        foreach (var (name, check) in checks)
        {
            var before = findings.Count;
            check();
            var worst = findings.Skip(before).Select(finding => (DiagnosticSeverity?)finding.Severity).Max();
            var word = worst switch { null => "ok", DiagnosticSeverity.Info => "note", _ => worst.ToString()!.ToLowerInvariant() };
            report.Line($"{word,-8} {name}");
            results.Add((JsonNode)new JsonObject { ["check"] = name, ["result"] = word });
        }

        report.Result["checks"] = results;
        report.Diagnostics.AddRange(findings);
        return report.Finish();
    }
}
