using System.CommandLine;
using System.Text;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Expectations.Exchange;
using MlOps.Build.Engine.Data.Expectations.Suites;
using MlOps.Build.Engine.Data.Expectations.Tfdv;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops expectations</c>: from suites of Great Expectations to contracts and back.</summary>
internal static class ExpectationsVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var verb = new Command("expectations", "Turns suites of Great Expectations into contracts, and contracts into suites.");
        verb.Add(CreateImport(environment, cancellationToken));
        verb.Add(CreateExport(environment));
        return verb;
    }

    private static Option<string?> Output() => new("--output", "-o") { Description = "The file to write; standard output by default.", HelpName = "file" };

    private static Command CreateImport(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var suite = new Argument<string>("suite") { Description = "A suite, JSON of 0.x or 1.x, or a schema.pbtxt of TensorFlow Data Validation." };
        var (data, output, json) = (Verb.Data(), Output(), Verb.Json());
        data.Description = "Data files whose columns and types the proposal takes; without them types are guessed from the suite.";
        var verb = Verb.Create(
            "import",
            "Proposes a schema.yaml that says what a suite, or a schema of TensorFlow Data Validation, says.",
            "mlops expectations import suite.json --data data/strikes.csv -o schema.yaml");
        verb.Add(suite);
        verb.Add(data);
        verb.Add(output);
        verb.Add(json);
        verb.SetAction(parsed => Import(
            environment,
            new Report(environment, "expectations import", parsed.GetValue(json)),
            parsed.GetRequiredValue(suite),
            parsed.GetValue(data) ?? [],
            parsed.GetValue(output),
            cancellationToken));
        return verb;
    }

    private static Command CreateExport(ToolEnvironment environment)
    {
        var schema = new Argument<string>("schema") { Description = "A contract.", DefaultValueFactory = _ => "schema.yaml" };
        var (output, json) = (Output(), Verb.Json());
        var name = new Option<string>("--name") { Description = "The suite's name.", HelpName = "name", DefaultValueFactory = _ => "schema" };
        var format = new Option<string>("--format") { Description = "1.x or 0.x, for the version of Great Expectations that reads it.", HelpName = "version", DefaultValueFactory = _ => "1.x" };
        format.AcceptOnlyFromAmong("1.x", "0.x");
        var verb = Verb.Create("export", "Writes a contract as a suite of Great Expectations.", "mlops expectations export schema.yaml -o suite.json");
        verb.Add(schema);
        verb.Add(name);
        verb.Add(format);
        verb.Add(output);
        verb.Add(json);
        verb.SetAction(parsed => Export(
            environment,
            new Report(environment, "expectations export", parsed.GetValue(json)),
            parsed.GetRequiredValue(schema),
            parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(format) == "0.x",
            parsed.GetValue(output)));
        return verb;
    }

    private static int Import(
        ToolEnvironment environment, Report report, string file, IReadOnlyList<string> data, string? output, CancellationToken cancellationToken)
    {
        if (file.EndsWith(".pbtxt", StringComparison.OrdinalIgnoreCase))
            return ImportTfdv(environment, report, file, output);
        if (InputFile.Bytes(environment, file, report.Diagnostics) is not { } bytes || SuiteReader.Read(file, bytes, report.Diagnostics) is not { } suite)
            return report.Finish();
        var sources = DataFileInput.Sources(environment, data);
        var table = sources.Count == 0 ? null : TableReader.Read(sources, null, report.Diagnostics, cancellationToken);
        if (report.Diagnostics.HasErrors)
            return report.Finish();
        var proposal = SchemaFile.Write(SuiteImport.Of(suite, table is null ? null : SchemaInference.Infer(table)));
        report.Result["schema"] = proposal;
        return Finish(environment, report, proposal, output, $"{suite.Expectations.Count} expectations");
    }

    private static int ImportTfdv(ToolEnvironment environment, Report report, string file, string? output)
    {
        if (InputFile.Text(environment, file, report.Diagnostics) is not { } text || TfdvImport.Read(file, text, report.Diagnostics) is not { } schema)
            return report.Finish();
        var proposal = SchemaFile.Write(schema);
        report.Result["schema"] = proposal;
        return Finish(environment, report, proposal, output, $"{schema.Columns.Count} columns");
    }

    private static int Export(ToolEnvironment environment, Report report, string file, string name, bool legacy, string? output)
    {
        if (InputFile.Text(environment, file, report.Diagnostics) is not { } text
            || SchemaFile.Parse(file, text, report.Diagnostics) is not { } schema
            || SchemaSuites.Load(schema, environment.FullPath(file), path => Path.GetRelativePath(environment.Folder, path).Replace('\\', '/'), report.Diagnostics) is not { } whole)
        {
            return report.Finish();
        }

        var suite = SchemaExport.Of(whole, name);
        var json = Encoding.UTF8.GetString(SuiteWriter.Write(suite, legacy));
        report.Result["suite"] = System.Text.Json.Nodes.JsonNode.Parse(json);
        return Finish(environment, report, json, output, $"{suite.Expectations.Count} expectations");
    }

    private static int Finish(ToolEnvironment environment, Report report, string text, string? output, string what)
    {
        if (output is not null)
            WholeFile.Write(environment.FullPath(output), text);
        report.Line(output is null ? text.TrimEnd('\n') : $"{output}: {what}");
        return report.Finish();
    }
}
