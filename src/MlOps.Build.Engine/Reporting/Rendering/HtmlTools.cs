using System.Xml.Linq;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>The page's buttons, which its script shows, and the words that the script needs.</summary>
internal static class HtmlTools
{
    public static XElement Of(ReportWords words) => new(
        "div",
        new XAttribute("id", "tools"),
        new XAttribute("hidden", "hidden"),
        new XAttribute("data-dark", words.Say("Dark")),
        new XAttribute("data-light", words.Say("Light")),
        new XAttribute("data-open", words.Say("Open all")),
        new XAttribute("data-close", words.Say("Close all")),
        new XAttribute("data-search", words.Say("Search")),
        new XAttribute("data-shown", words.Say("{0} of {1} rows")),
        Button("expand", words.Say("Open all")),
        Button("theme", words.Say("Dark")));

    private static XElement Button(string id, string text) =>
        new("button", new XAttribute("type", "button"), new XAttribute("id", id), text);
}
