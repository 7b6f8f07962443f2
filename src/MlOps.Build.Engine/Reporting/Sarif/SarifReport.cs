using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;

namespace MlOps.Build.Engine.Reporting.Sarif;

/// <summary>
/// Findings as SARIF 2.1.0 (OASIS, 27 March 2020), in the part of it that GitHub's code scanning reads. The worst findings come first,
/// because it shows 5,000 of them and takes no more than 25,000.
/// </summary>
internal static class SarifReport
{
    /// <summary>Results of one run that GitHub takes.</summary>
    public const int MostResults = 25_000;

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n" };

    /// <param name="model">The evidence.</param>
    /// <param name="folder">The project's folder below the repository's root, with forward slashes; empty for the root itself.</param>
    public static string Render(ModelEvidence model, string folder)
    {
        var findings = SarifFindings.Of(model).OrderByDescending(finding => finding.Severity).ToList();
        var shown = findings.Take(MostResults).ToList();
        var rules = new SarifRules(shown.Select(finding => finding.Code));
        var writer = new SarifResults(rules, folder);
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = Driver(rules) },
                ["automationDetails"] = new JsonObject { ["id"] = $"mlops/{SafeText.Of(model.Name)}/" }, // One category a model.
                ["invocations"] = new JsonArray(Invocation(findings.Count - shown.Count)),
                ["originalUriBaseIds"] = new JsonObject { [SarifResults.Root] = new JsonObject { ["description"] = Text("The repository's root.") } },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. shown.Select(writer.Result)]),
                ["properties"] = Properties(model),
            }),
        };
        return log.ToJsonString(Form) + "\n";
    }

    public static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonObject Driver(SarifRules rules) => new()
    {
        ["name"] = "MlOps.Build",
        ["semanticVersion"] = ProjectLineage.Kit,
        ["rules"] = rules.Write(),
    };

    private static JsonObject Invocation(int omitted)
    {
        var invocation = new JsonObject { ["executionSuccessful"] = true };
        if (omitted > 0)
        {
            invocation["toolExecutionNotifications"] = new JsonArray(new JsonObject
            {
                ["level"] = "warning",
                ["message"] = Text($"{omitted} more findings, of the least severe, are left out: a run has at most {MostResults}."),
            });
        }

        return invocation;
    }

    private static JsonObject Properties(ModelEvidence model)
    {
        var properties = new JsonObject { ["model"] = SafeText.Of(model.Name), ["verdict"] = model.Gate.Verdict.ToString().ToLowerInvariant() };
        if (model.Version is { } version)
            properties["modelVersion"] = SafeText.Of(version);
        return properties;
    }
}
