using System.Text;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Evidence;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Evidence with one thing changed: it is refused in one line, or every report of it can be made.</summary>
public sealed class DamagedEvidenceTests
{
    private static readonly string[] Hostile = ["null", "-1", "1e308", "\"NaN\"", "\"\"", "\"|<script>\\u202e\\n\"", "[]", "{}", "true", "2147483647", "99999999999"];

    [Fact]
    public void No_single_change_brings_a_report_down()
    {
        var random = new SeededRandom(17);
        foreach (var model in new[] { SampleReports.Birdstrikes(), SampleReports.Penguins(), SampleReports.Diamonds() })
        {
            var text = EvidenceJson.Write(model with { Data = model.Data with { Violations = [SampleReports.Broken("x")] } });
            for (var i = 0; i < 60; i++)
                Try(text, random);
        }
    }

    private static void Try(string text, SeededRandom random)
    {
        var json = JsonNode.Parse(text)!;
        var nodes = All(json).ToList();
        var path = Change(nodes[random.Next(nodes.Count)], random);
        var changed = json.ToJsonString();
        var diagnostics = new DiagnosticBag();
        if (EvidenceReader.Parse("evidence.json", Encoding.UTF8.GetBytes(changed), diagnostics) is not { } evidence)
        {
            diagnostics.Single().Message.ShouldNotContain("\n");
            return;
        }

        foreach (var format in ReportFormats.ByName.Values)
            Should.NotThrow(() => format.Render(evidence, new ReportOptions()), $"{format} with {path}");
    }

    // Removes the node or puts something else in its place.
    private static string Change(JsonNode node, SeededRandom random)
    {
        var path = node.GetPath();
        var value = Hostile[random.Next(Hostile.Length)];
        var remove = random.Next(4) == 0;
        switch (node.Parent)
        {
            case JsonArray array when remove:
                array.Remove(node);
                break;
            case JsonArray array:
                array[array.IndexOf(node)] = JsonNode.Parse(value);
                break;
            case JsonObject item when remove:
                item.Remove(node.GetPropertyName());
                break;
            case JsonObject item:
                item[node.GetPropertyName()] = JsonNode.Parse(value);
                break;
            default:
                break;
        }

        return $"{path} {(remove ? "removed" : value)}";
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject item => item.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(All).Prepend(node),
        JsonArray array => array.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };
}
