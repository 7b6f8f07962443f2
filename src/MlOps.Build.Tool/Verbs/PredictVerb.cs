using System.CommandLine;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Scoring;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Inference;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops predict</c>: a packaged model on the rows of a CSV file.</summary>
internal static class PredictVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var package = new Argument<string>("package") { Description = "The model package, a .nupkg file." };
        var data = new Argument<string>("data") { Description = "The rows, CSV or TSV with a header; columns are taken by name." };
        var output = new Option<string?>("--output", "-o") { Description = "Where to write; standard output by default.", HelpName = "file" };
        var inputs = new Option<bool>("--with-inputs") { Description = "Put the file's own columns before the predictions." };
        var json = Verb.Json();
        var verb = Verb.Create(
            "predict",
            "Predicts the rows of a CSV file and writes the predictions as CSV, one line a row, in order. With --json the CSV needs --output.",
            "mlops predict BirdStrikes.1.4.2.nupkg new.csv > predictions.csv",
            "mlops predict BirdStrikes.1.4.2.nupkg new.csv --with-inputs --output predictions.csv");
        verb.Add(package);
        verb.Add(data);
        verb.Add(output);
        verb.Add(inputs);
        verb.Add(json);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(output) is null)
                result.AddError("--json needs --output, because standard output cannot hold both.");
        });
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "predict", parsed.GetValue(json)),
            (environment.FullPath(parsed.GetRequiredValue(package)), environment.FullPath(parsed.GetRequiredValue(data))),
            parsed.GetValue(output) is { } file ? environment.FullPath(file) : null,
            parsed.GetValue(inputs),
            cancellationToken));
        return verb;
    }

    private static int Run(
        ToolEnvironment environment, Report report, (string Package, string Data) files, string? output, bool withInputs, CancellationToken cancellationToken)
    {
        if (ModelPackageReader.Open(files.Package, report.Diagnostics) is not { } package || Load(package, report) is not { } model)
            return report.Finish();
        var table = RowsToScore.Read(new DataSource(files.Data, files.Data), model.Signature, report.Diagnostics, cancellationToken);
        if (table is null)
            return report.Finish();
        report.Result["rows"] = table.RowCount;
        report.Result["output"] = output;
        if (output is null)
        {
            new PredictionCsv(model, environment.Output).Write(table, withInputs, cancellationToken);
            return report.Finish();
        }

        WholeFile.Write(output, writer => new PredictionCsv(model, writer).Write(table, withInputs, cancellationToken));
        report.Line($"{table.RowCount} rows predicted: {output}");
        return report.Finish();
    }

    /// <summary>The package's model; null, with an error, when it cannot be loaded.</summary>
    public static PackagedModel? Load(ModelPackage package, Report report)
    {
        try
        {
            return PackagedModel.Open(package, GraphSession.Open);
        }
        catch (InferenceException exception)
        {
            report.Diagnostics.Error(PackageCodes.PartMissing, exception.Message, new SourcePosition(package.Name));
            return null;
        }
    }
}
