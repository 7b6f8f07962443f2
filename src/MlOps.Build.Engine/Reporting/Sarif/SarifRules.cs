using System.Text.Json.Nodes;
using MlOps.Build.Engine.Reporting.Evidence;

namespace MlOps.Build.Engine.Reporting.Sarif;

/// <summary>The rules that results refer to, each with its diagnostic's page as help.</summary>
internal sealed class SarifRules
{
    private readonly List<string> _codes;
    private readonly Dictionary<string, int> _index;

    public SarifRules(IEnumerable<string> codes)
    {
        _codes = [.. codes.Distinct().Order(StringComparer.Ordinal)];
        _index = _codes.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
    }

    public int IndexOf(string code) => _index[code];

    public JsonArray Write() => new([.. _codes.Select(Rule)]);

    private static JsonObject Rule(string code)
    {
        var rule = new JsonObject { ["id"] = SafeText.Of(code) };
        if (DiagnosticPages.Find(code) is not { } page)
            return rule;
        rule["name"] = code;
        rule["shortDescription"] = SarifReport.Text(page.Title);
        rule["fullDescription"] = SarifReport.Text(page.Meaning);
        rule["help"] = new JsonObject { ["text"] = page.Text, ["markdown"] = page.Text };
        return rule;
    }
}
