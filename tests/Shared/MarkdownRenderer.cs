using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlOps.Build.Tests.Shared;

/// <summary>GitHub-flavoured Markdown to HTML by marked in node: tests/browser after <c>npm ci --ignore-scripts</c> there.</summary>
internal static partial class MarkdownRenderer
{
    private static readonly string? Script = Find();

    /// <summary>Skips the test where marked is not installed.</summary>
    public static void SkipIfAbsent() =>
        Assert.SkipWhen(Script is null, "The Markdown renderer is absent: run 'npm ci --ignore-scripts' in tests/browser.");

    /// <summary>The HTML of each text, by one process, read as XML: tags that are not balanced are an error.</summary>
    public static IReadOnlyDictionary<string, XElement> Render(IReadOnlyDictionary<string, string> texts)
    {
        var pages = JsonSerializer.Deserialize<Dictionary<string, string>>(Run(JsonSerializer.Serialize(texts)))!;
        return pages.ToDictionary(page => page.Key, page => Parse(page.Value));
    }

    /// <summary>A fragment of HTML. Only void elements are closed for the reader of XML.</summary>
    public static XElement Parse(string html) => XElement.Parse($"<body>{VoidElement().Replace(html, "<$1/>")}</body>");

    [GeneratedRegex("<((?:input|br|hr|img)\\b[^<>]*?)/?>")]
    private static partial Regex VoidElement();

    private static string Run(string input)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Script ?? throw new InvalidOperationException("Call SkipIfAbsent first."));
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input); // The script reads all of it before it writes.
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"node ended with {process.ExitCode}.");
    }

    // Without node there are no packages beside the script either.
    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var browser = Path.Combine(folder.FullName, "tests", "browser");
            if (Directory.Exists(Path.Combine(browser, "node_modules", "marked")))
                return Path.Combine(browser, "markdown.mjs");
        }

        return null;
    }
}
