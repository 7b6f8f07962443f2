using System.CommandLine;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops schema document</c>: the data dictionary.</summary>
internal static class SchemaDocumentVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var schema = new Argument<string>("schema") { Description = "The data contract, schema.yaml." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output by default.", HelpName = "file" };
        var title = new Option<string?>("--title") { Description = "What the data are; the folder's name by default.", HelpName = "text" };
        var json = Verb.Json();
        var verb = Verb.Create("document", "Writes the data dictionary, a Markdown page, from a data contract.", "mlops schema document schema.yaml -o docs/data.md");
        verb.Add(schema);
        verb.Add(output);
        verb.Add(title);
        verb.Add(json);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "schema document", parsed.GetValue(json)),
            environment.FullPath(parsed.GetRequiredValue(schema)),
            parsed.GetValue(title),
            parsed.GetValue(output) is { } file ? environment.FullPath(file) : null));
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, string schema, string? title, string? output)
    {
        if (ContractFile.Read(environment, schema, report.Diagnostics) is not { } contract)
            return report.Finish();
        var page = DataDictionary.Write(contract, title ?? Path.GetFileName(Path.GetDirectoryName(schema)) ?? "Data");
        report.Result["columns"] = contract.Columns.Count;
        if (output is null)
        {
            report.Result["page"] = page;
            report.Line(page.TrimEnd('\n'));
            return report.Finish();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        var written = WholeFile.WriteIfDifferent(output, page);
        report.Result["file"] = environment.Display(output);
        report.Line($"{(written ? "written" : "unchanged")} {environment.Display(output)}");
        return report.Finish();
    }
}
