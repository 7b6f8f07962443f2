using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Tool.Runs;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops runs diff</c>: what differs between two runs.</summary>
internal static class RunsDiffVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var before = new Argument<string>("before") { Description = "The earlier run: its id, or the first digits of it." };
        var after = new Argument<string>("after") { Description = "The later run." };
        var verb = Verb.Create("diff", "Says what differs between two runs: settings, metrics, data, code.", "mlops runs diff 3f2a 91bc");
        verb.Add(before);
        verb.Add(after);
        var input = RunsInput.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var report = input.Report(environment, parsed, "diff");
            using var reader = input.Open(environment, parsed, report.Diagnostics);
            if (reader is null)
                return report.Finish();
            var (first, second) = (RunsInput.Find(reader, parsed.GetValue(before)!, report.Diagnostics), RunsInput.Find(reader, parsed.GetValue(after)!, report.Diagnostics));
            if (first is not null && second is not null)
                Show(report, first, second);
            return report.Finish();
        });
        return verb;
    }

    private static void Show(Report report, TrackedRun before, TrackedRun after)
    {
        var (table, list) = (new TextTable("", RunText.Id(before), RunText.Id(after)), new JsonArray());
        foreach (var (field, values) in RunFields.Of([before, after]).Where(row => RunFields.Differs(row.Values)))
        {
            table.Add(field, values[0] ?? "", values[1] ?? "");
            list.Add((JsonNode)new JsonObject { ["field"] = field, ["before"] = values[0], ["after"] = values[1] });
        }

        report.Result["before"] = before.Id;
        report.Result["after"] = after.Id;
        report.Result["differences"] = list;
        table.Show(report);
    }
}
