using System.Text.RegularExpressions;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>One thing wrong with a page, and what a browser must say of it. Faults that leave each other alone share a page, for pages take time.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Page">The page that it is planted in.</param>
/// <param name="Says">A part of the problem that must be found.</param>
/// <param name="Sought">A text of the page.</param>
/// <param name="Fault">What stands there instead.</param>
internal sealed partial record PlantedFault(string Name, string Page, string Says, string Sought, string Fault)
{
    public static IReadOnlyList<PlantedFault> All { get; } =
    [
        new("wide", "outside", "the page is", "<footer", """<div style="width: 1500px">wide</div><footer"""),
        new("text-upon-text", "overlap", "overlap", ".about {", ".about { margin-top: -2.5rem;"),
        new("plot-text-too-large", "plot", "in a plot", "font: 11px system-ui", "font: 30px system-ui"),
        new("link-out", "outside", "a link leads to 'https://example.invalid'", "<footer", """<p><a href="https://example.invalid">a name</a></p><footer"""),
        new("link-to-nothing", "outside", "which is nothing on the page", "href=\"#content\"", "href=\"#nothing\""),
        new("script-in-a-name", "outside", "a script of a name ran", "<footer", "<script>alert('name')</script><footer"),
        new("script-fails", "outside", "the script failed", "tools.hidden = false;", "tools.nowhere.hidden = false;"),
        new("asks-the-network", "outside", "it asked for https://example.invalid", "<footer", """<img alt="" src="https://example.invalid/x.png" /><footer"""),
        new("contrast", "axe", "axe, light: color-contrast", "--quiet: #59636b", "--quiet: #c3c9cd") { Axe = true },
        new("contrast-in-the-dark", "axe", "axe, dark: color-contrast", "--quiet: #a3aeb6", "--quiet: #3a4247") { Axe = true },
        new("no-language", "axe", "axe, light: html-has-lang", "<html lang=\"en\"", "<html") { Axe = true },
        new("figure-without-a-name", "axe", "a screen reader learns nothing", "<footer", "<script>document.querySelectorAll('svg title, svg desc').forEach(words => words.remove())</script><footer") { Axe = true },
        new("figure-that-is-no-image", "image", "a screen reader learns nothing", " role=\"img\"", " data-role=\"img\"") { Axe = true },
        new("no-focus", "controls", "does not show that it has the focus", ":focus-visible { outline: 2px solid", ":focus-visible { outline: 0 solid") { Keyboard = true },
        new("out-of-reach", "order", "Tab does not reach <button", "<button type=\"button\" id=\"expand\"", "<button tabindex=\"-1\" type=\"button\" id=\"expand\"") { Keyboard = true },
        new("order", "order", "after what stands below it", "<button type=\"button\" id=\"theme\"", "<button tabindex=\"1\" type=\"button\" id=\"theme\"") { Keyboard = true },
        new("search-says-nothing", "controls", "a search that finds nothing", "count.textContent = say.shown.replace('{0}', shown.length).replace('{1}', rows.length);", "") { Keyboard = true },
        new("search-says-ten-of-ten", "order", "a search that finds nothing", "{0}', shown.length", "{0}', rows.length") { Keyboard = true },
        new("theme", "controls", "the theme does not change", "root.dataset.theme = dark ? 'light' : 'dark';", "") { Keyboard = true },
        new("sort", "controls", "a table was not sorted", "sortBy(table, column, numeric, descending);", "") { Keyboard = true },
        new("slider", "controls", "the slider moves nothing", "slider.addEventListener('input', show);", "") { Keyboard = true },
        new("folds", "image", "not every fold opened", "openAll(allOpen);", "") { Keyboard = true },
        new("buttons-without-script", "controls", "there are buttons that do nothing", "<div id=\"tools\" hidden=\"hidden\"", "<div id=\"tools\"") { Keyboard = true },
        new("hidden-without-script", "hidden", "without JavaScript something is hidden", "<section ", "<section hidden=\"hidden\" ") { Keyboard = true },
        new("paper", "controls", "on paper there is nav", "nav, #tools, .search, .panel, .skip { display: none; }", "") { Keyboard = true },
        new("picture", "picture", "approved", "h1 { display: flex;", "h1 { padding-bottom: 40rem; display: flex;") { Pictures = true },
    ];

    public bool Axe { get; init; }

    public bool Keyboard { get; init; }

    public bool Pictures { get; init; }

    /// <summary>The pages with the faults in them. The policy that lets only the page's own script and style run goes, since both may be changed.</summary>
    public static IReadOnlyDictionary<string, BrowserPage> Pages(string html, string picture) => All.GroupBy(fault => fault.Page).ToDictionary(
        faults => faults.Key,
        faults => new BrowserPage(faults.Any(fault => fault.Pictures) ? picture : faults.Key, faults.Aggregate(Policy().Replace(html, ""), Plant))
        {
            Layout = !faults.Any(fault => fault.Axe || fault.Keyboard || fault.Pictures),
            Axe = faults.Any(fault => fault.Axe),
            Keyboard = faults.Any(fault => fault.Keyboard),
            Pictures = faults.Any(fault => fault.Pictures),
        });

    private static string Plant(string page, PlantedFault fault)
    {
        var broken = page.Replace(fault.Sought, fault.Fault, StringComparison.Ordinal);
        broken.ShouldNotBe(page, $"the page has nothing like {fault.Sought}");
        return broken;
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex Policy();
}
