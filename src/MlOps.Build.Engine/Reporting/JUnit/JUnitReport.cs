using System.Text;
using System.Xml;
using System.Xml.Linq;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.JUnit;

/// <summary>
/// The checklist and the data contract as test results, in the dialect that Jenkins, GitLab, Azure Pipelines and others read: an item
/// or a column is a test case.
/// </summary>
internal static class JUnitReport
{
    /// <param name="model">The evidence.</param>
    /// <param name="undecidedFails">True when an item that could not be decided is a failure; otherwise it is a skipped test.</param>
    public static string Render(ModelEvidence model, bool undecidedFails)
    {
        XElement[] suites = [JUnitChecklist.Suite(model, undecidedFails), JUnitContract.Suite(model)];
        var root = new XElement("testsuites", new XAttribute("name", SafeText.Of(model.Name)), Sums(suites), suites);
        var text = new StringBuilder();
        var form = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(text, form))
            root.Save(writer);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    public static XElement Suite(ModelEvidence model, string name, IReadOnlyList<XElement> cases)
    {
        var full = $"{SafeText.Of(model.Name)}.{name}";
        foreach (var test in cases)
            test.SetAttributeValue("classname", full);
        return new XElement(
            "testsuite",
            new XAttribute("name", full),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(test => test.Element("failure") is not null)),
            new XAttribute("errors", 0),
            new XAttribute("skipped", cases.Count(test => test.Element("skipped") is not null)),
            cases);
    }

    private static IEnumerable<XAttribute> Sums(XElement[] suites) => new[] { "tests", "failures", "errors" }
        .Select(name => new XAttribute(name, suites.Sum(suite => (int)suite.Attribute(name)!)));
}
