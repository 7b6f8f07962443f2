using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlOps.Build.Tests.Shared;

/// <summary>Chromium in node: tests/browser after <c>npm ci --ignore-scripts</c> there, with Debian's chromium or the one MLOPS_CHROMIUM names.</summary>
internal static class ReportBrowser
{
    private static readonly string? Script = Find();

    private static readonly string? Browser = new[] { Environment.GetEnvironmentVariable("MLOPS_CHROMIUM"), "/usr/bin/chromium" }
        .FirstOrDefault(File.Exists);

    /// <summary>Skips the test where there is no browser.</summary>
    public static void SkipIfAbsent()
    {
        Assert.SkipWhen(Script is null, "The page checks are absent: run 'npm ci --ignore-scripts' in tests/browser.");
        Assert.SkipWhen(Browser is null, "Chromium is absent: install the Debian package chromium, or set MLOPS_CHROMIUM.");
    }

    /// <summary>The problems of each page. With MLOPS_APPROVE=1 the pictures become the approved ones.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Check(IReadOnlyList<BrowserPage> pages)
    {
        var root = Directory.CreateTempSubdirectory("mlops-pages-");
        try
        {
            var job = Path.Combine(root.FullName, "job.json");
            File.WriteAllText(job, Job(pages, root.FullName).ToJsonString());
            Keep(pages);
            Start(job);
            using var result = File.OpenRead(Path.Combine(root.FullName, "result.json"));
            return JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(result)!;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    // For looking at them: MLOPS_PAGES names a folder for the pages.
    private static void Keep(IReadOnlyList<BrowserPage> pages)
    {
        if (Environment.GetEnvironmentVariable("MLOPS_PAGES") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        foreach (var page in pages)
            File.WriteAllText(Path.Combine(folder, page.Name + ".html"), page.Html);
    }

    private static JsonObject Job(IReadOnlyList<BrowserPage> pages, string folder) => new()
    {
        ["browser"] = Browser,
        ["approved"] = Path.Combine(Path.GetDirectoryName(Script)!, "approved"),
        ["approve"] = Environment.GetEnvironmentVariable("MLOPS_APPROVE") == "1",
        ["pages"] = new JsonArray([.. pages.Select(page => Page(page, folder))]),
    };

    private static JsonObject Page(BrowserPage page, string folder)
    {
        var path = Path.Combine(folder, page.Name + ".html");
        File.WriteAllText(path, page.Html);
        return new JsonObject
        {
            ["name"] = page.Name,
            ["path"] = path,
            ["layout"] = page.Layout,
            ["axe"] = page.Axe,
            ["keyboard"] = page.Keyboard,
            ["pictures"] = page.Pictures,
        };
    }

    private static void Start(string job)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Script ?? throw new InvalidOperationException("Call SkipIfAbsent first."));
        start.ArgumentList.Add(job);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"node ended with {process.ExitCode}: {error}");
    }

    // Without node there are no packages beside the script either.
    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var checks = Path.Combine(folder.FullName, "tests", "browser");
            if (Directory.Exists(Path.Combine(checks, "node_modules", "playwright-core")))
                return Path.Combine(checks, "check.mjs");
        }

        return null;
    }
}
