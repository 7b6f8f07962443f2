using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Expectations.Suites;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

/// <summary>Judges suites in tests.</summary>
internal static class Judging
{
    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "Expectations", "Expected", name);

    public static ExpectationSuite Suite(string name) => Parse(System.IO.File.ReadAllBytes(File(name)));

    public static ExpectationSuite Parse(ReadOnlySpan<byte> json)
    {
        var diagnostics = new DiagnosticBag();
        var suite = SuiteReader.Read("suite.json", json, diagnostics);
        return suite.ShouldNotBeNull(string.Join('\n', diagnostics));
    }

    /// <summary>A suite of one expectation in JSON.</summary>
    public static ExpectationSuite One(string type, string kwargs) =>
        Parse(Encoding.UTF8.GetBytes($$"""{"name": "one", "expectations": [{"type": "{{type}}", "kwargs": {{kwargs}}}]}"""));

    public static Table Table(string csv)
    {
        var reading = Reading.Of(csv);
        return reading.Table.ShouldNotBeNull(string.Join('\n', reading.Messages));
    }

    public static SuiteResult Judge(IBatchSource source, ExpectationSuite suite, SuiteOptions? options = null)
    {
        var diagnostics = new DiagnosticBag();
        var result = SuiteValidator.Validate(source, suite, options ?? new SuiteOptions(), diagnostics, CancellationToken.None);
        return result.ShouldNotBeNull(string.Join('\n', diagnostics));
    }

    /// <summary>The outcome of one expectation on rows of CSV.</summary>
    public static ExpectationResult Judge(string csv, string type, string kwargs) =>
        Judge(new TableBatches(Table(csv)), One(type, kwargs)).Results.ShouldHaveSingleItem();

    public static JsonElement Json(SuiteResult result, ResultFormat format = ResultFormat.Summary) =>
        JsonDocument.Parse(ResultWriter.Write(result, format)).RootElement;
}
