using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Sarif;

/// <summary>Writes results with places that are relative to the repository's root.</summary>
internal sealed class SarifResults(SarifRules rules, string folder)
{
    /// <summary>The name that code scanning has for the checkout.</summary>
    public const string Root = "%SRCROOT%";

    private const int LongestMessage = 1000;

    public JsonNode Result(SarifFinding finding)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Code,
            ["ruleIndex"] = rules.IndexOf(finding.Code),
            ["level"] = finding.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "note" },
            ["message"] = SarifReport.Text(Message(finding.Message)),
            ["partialFingerprints"] = new JsonObject { ["mlopsFinding/v1"] = Fingerprint(finding) },
        };
        if (Location(finding.Position) is { } place)
            result["locations"] = new JsonArray(place);
        if (Location(finding.Rule) is { } rule)
        {
            rule["id"] = 0;
            rule["message"] = SarifReport.Text("The rule.");
            result["relatedLocations"] = new JsonArray(rule);
        }

        return result;
    }

    // Brackets make links and braces make places in a SARIF message (3.11.5, 3.11.6).
    private static string Message(string text) => SafeText.Of(text, LongestMessage)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
        .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Fingerprint(SarifFinding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Code}\n{finding.Identity}")).AsSpan(0, 16));

    private JsonObject? Location(SourcePosition position)
    {
        if (string.IsNullOrEmpty(position.File))
            return null;
        var physical = new JsonObject { ["artifactLocation"] = Artifact(position.File) };
        if (position.Line > 0)
        {
            var region = new JsonObject { ["startLine"] = position.Line };
            if (position.Column > 0)
                region["startColumn"] = position.Column;
            physical["region"] = region;
        }

        return new JsonObject { ["physicalLocation"] = physical };
    }

    private JsonObject Artifact(string file)
    {
        if (Path.IsPathRooted(file))
            return new JsonObject { ["uri"] = "file://" + Escape(file.StartsWith('/') ? file : "/" + file) };
        var path = folder.Length == 0 ? file : $"{folder.TrimEnd('/')}/{file}";
        return new JsonObject { ["uri"] = Escape(path), ["uriBaseId"] = Root };
    }

    private static string Escape(string path) => string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
