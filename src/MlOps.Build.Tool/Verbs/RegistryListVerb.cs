using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Tool.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops registry list</c>: the models, and what their stages hold.</summary>
internal static class RegistryListVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var json = Verb.Json();
        var verb = Verb.Create("list", "Lists the models with their newest version and what each stage holds.", "mlops registry list", "mlops registry list --fetch --json");
        verb.Add(json);
        var arguments = RegistryArguments.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "registry list", parsed.GetValue(json));
            if (arguments.Open(environment, parsed, report.Diagnostics)?.Read(report.Diagnostics) is { } history)
                Show(report, history);
            return report.Finish();
        });
        return verb;
    }

    private static void Show(Report report, RegistryHistory history)
    {
        var list = new JsonArray();
        report.Result["models"] = list;
        if (history.Artifacts.Count == 0)
            report.Line("no model is registered; 'mlops promote' registers the first one");
        foreach (var artifact in history.Artifacts)
        {
            var newest = artifact.Latest?.Version;
            var stages = artifact.Stages.Select(artifact.Current).OfType<StageHolding>().ToList();
            report.Line($"{artifact.Artifact,-24}  {newest ?? "none",-10}  "
                + (stages.Count == 0 ? "in no stage" : string.Join(", ", stages.Select(holding => $"{holding.Stage} {holding.Shown}")))
                + (artifact.IsDeprecated ? "  (deprecated)" : ""));
            list.Add((JsonNode)new JsonObject
            {
                ["artifact"] = artifact.Artifact,
                ["package"] = artifact.Package,
                ["newest"] = newest,
                ["deprecated"] = artifact.IsDeprecated,
                ["stages"] = new JsonArray([.. stages.Select(RegistryWords.Json)]),
            });
        }
    }
}
