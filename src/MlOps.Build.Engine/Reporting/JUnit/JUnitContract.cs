using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Reporting.JUnit;

/// <summary>The data contract, a test case a column and one for the rules of the table. Rules that only warn are told beside a passed test.</summary>
internal static class JUnitContract
{
    public static XElement Suite(ModelEvidence model)
    {
        var broken = model.Data.Violations.ToLookup(violation => violation.Column);
        var columns = model.Data.Columns.Select(column => column.Name).Distinct();
        return JUnitReport.Suite(model, "data", [.. columns.Select(name => Case(name, broken[name])), Case("rules of the table", broken[null])]);
    }

    private static XElement Case(string name, IEnumerable<Violation> violations)
    {
        var lines = violations.ToLookup(violation => violation.Severity == DiagnosticSeverity.Error, Line);
        return new XElement(
            "testcase",
            new XAttribute("name", SafeText.Of(name)),
            new XAttribute("time", "0"),
            lines.Contains(true) ? Failure([.. lines[true]]) : null,
            lines.Contains(false) ? new XElement("system-out", string.Join('\n', lines[false])) : null);
    }

    private static XElement Failure(List<string> lines) =>
        new("failure", new XAttribute("message", lines[0]), new XAttribute("type", "data"), string.Join('\n', lines));

    private static string Line(Violation violation) =>
        SafeText.Of($"{violation.Code}: {violation.Rule}, broken in {NumberText.Count(violation.Count)} rows ({violation.RulePosition})", 400);
}
