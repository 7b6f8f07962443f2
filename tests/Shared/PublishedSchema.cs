using System.Diagnostics;

namespace MlOps.Build.Tests.Shared;

/// <summary>
/// Documents judged by what others published, in node: JSON by ajv and a schema, JUnit XML by junit2json. It is in tests/schemas after <c>npm ci --ignore-scripts</c> there, or the folder
/// that MLOPS_SCHEMAS names, which holds node_modules and a copy of the scripts.
/// </summary>
internal static class PublishedSchema
{
    public const string CycloneDx = "cyclonedx-1.6";
    public const string Sarif = "sarif-2.1.0";

    private static readonly string? Folder = Find();

    /// <summary>Skips the test where they are not installed.</summary>
    public static void SkipIfAbsent() =>
        Assert.SkipWhen(Folder is null, "The published schemas are absent: run 'npm ci --ignore-scripts' in tests/schemas, or set MLOPS_SCHEMAS.");

    /// <summary>What the schema finds wrong with a document; <c>ok</c> when nothing.</summary>
    /// <param name="schema">A name that validate.mjs knows, or the path of a schema.</param>
    /// <param name="document">The document.</param>
    public static string Check(string schema, ReadOnlySpan<byte> document) => Judge(document, "validate.mjs", schema);

    /// <summary>What another reader finds in JUnit XML, as JSON: the root's attributes, <c>testsuite</c>, and <c>testcase</c> in each.</summary>
    public static string ReadJUnit(ReadOnlySpan<byte> document) => Judge(document, "junit.mjs");

    private static string Judge(ReadOnlySpan<byte> document, params string[] arguments)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("mlops-schema-").FullName, "document");
        try
        {
            File.WriteAllBytes(file, document.ToArray());
            return Run([.. arguments, file]).Trim();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static string Run(string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(Folder ?? throw new InvalidOperationException("Call SkipIfAbsent first."), arguments[0]));
        foreach (var argument in arguments.Skip(1))
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
        var packages = new[] { "ajv", "junit2json" };
        return folder is not null && Array.TrueForAll(packages, name => Directory.Exists(Path.Combine(folder, "node_modules", name))) && CanStartNode()
            ? folder
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
