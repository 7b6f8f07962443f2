using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Expectations.Suites;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Reads the suites that a contract names.</summary>
internal static class SchemaSuites
{
    /// <summary>The suites' absolute paths.</summary>
    public static IEnumerable<string> Paths(DataSchema schema, string schemaFile) => schema.Suites.Select(suite => Path(suite, schemaFile));

    /// <summary>The contract with its suites read; null, with errors, when one of them cannot be.</summary>
    /// <param name="schema">The contract.</param>
    /// <param name="schemaFile">Its absolute path.</param>
    /// <param name="display">A path as the user knows it.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static DataSchema? Load(DataSchema schema, string schemaFile, Func<string, string> display, DiagnosticBag diagnostics)
    {
        var loaded = schema.Suites.Select(suite => Load(suite, Path(suite, schemaFile), display, diagnostics)).ToList();
        return loaded.Contains(null) ? null : schema with { LoadedSuites = [.. loaded.OfType<ExpectationSuite>()] };
    }

    private static ExpectationSuite? Load(SuiteReference reference, string path, Func<string, string> display, DiagnosticBag diagnostics)
    {
        try
        {
            FileKind.Check(path);
            return SuiteReader.Read(display(path), File.ReadAllBytes(path), diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(
                DataCodes.NoSuite,
                $"'suites' names {Shown.Text(reference.File)}, which cannot be read: {exception.Message.ReplaceLineEndings(" ").Replace(path, display(path), StringComparison.Ordinal)}",
                reference.Position);
            return null;
        }
    }

    private static string Path(SuiteReference suite, string schemaFile) =>
        System.IO.Path.GetFullPath(suite.File, System.IO.Path.GetDirectoryName(schemaFile)!);
}
