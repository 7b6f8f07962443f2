using System.Diagnostics;

namespace MlOps.Build.Tests.Shared;

/// <summary>
/// JSON documents against published schemas, judged by ajv in node: tests/schemas after <c>npm ci --ignore-scripts</c> there, or the folder
/// that MLOPS_SCHEMAS names, which holds node_modules and a copy of validate.mjs.
/// </summary>
internal static class PublishedSchema
{
    public const string CycloneDx = "cyclonedx-1.6";
    public const string Sarif = "sarif-2.1.0";

    private static readonly string? Script = Find();

    /// <summary>Skips the test where ajv is not installed.</summary>
    public static void SkipIfAbsent() =>
        Assert.SkipWhen(Script is null, "The published schemas are absent: run 'npm ci --ignore-scripts' in tests/schemas, or set MLOPS_SCHEMAS.");

    /// <summary>What the schema finds wrong with a document; <c>ok</c> when nothing.</summary>
    /// <param name="schema">A name that validate.mjs knows, or the path of a schema.</param>
    /// <param name="document">The document.</param>
    public static string Check(string schema, ReadOnlySpan<byte> document)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("mlops-schema-").FullName, "document.json");
        try
        {
            File.WriteAllBytes(file, document.ToArray());
            return Run(schema, file).Trim();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static string Run(string schema, string file)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { Script ?? throw new InvalidOperationException("Call SkipIfAbsent first."), schema, file })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"node ended with {process.ExitCode}: {errors.Result}");
    }

    private static string? Find()
    {
        var folder = Environment.GetEnvironmentVariable("MLOPS_SCHEMAS") ?? Repository();
        return folder is not null && Directory.Exists(Path.Combine(folder, "node_modules", "ajv")) && CanStartNode()
            ? Path.Combine(folder, "validate.mjs")
            : null;
    }

    private static string? Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MlOps.Build.sln")))
                return Path.Combine(folder.FullName, "tests", "schemas");
        }

        return null;
    }

    private static bool CanStartNode()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
