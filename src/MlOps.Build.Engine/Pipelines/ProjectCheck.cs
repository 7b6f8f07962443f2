using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Reporting.Cards;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Everything about a project that can be checked without training: its files, the data against its contract, label, split and features.</summary>
internal static class ProjectCheck
{
    /// <summary>
    /// Adds what is wrong. Data that has a contract is read once and never held, unless there is a configuration whose label, split and
    /// features are to be tried on it.
    /// </summary>
    /// <returns>What the data holds; null when it cannot be read.</returns>
    public static CheckedData? Run(ModelProject project, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var schema = Parsed(project, project.SchemaFile, SchemaFile.Parse, diagnostics);
        var config = Parsed(project, project.ConfigurationFile, TrainingConfigFile.Parse, diagnostics);
        CheckChecklist(project, config, diagnostics);
        if (File.Exists(project.ModelCardFile))
            CardReader.Read(project, diagnostics);
        if (config is not null)
            ConfigChecker.CheckTrainers(config, TrainerCatalog.All, diagnostics);
        var sources = project.Sources;
        if (schema is not null)
            schema = SchemaSuites.Load(schema, project.SchemaFile, project.Display, diagnostics);
        if (schema is null && File.Exists(project.SchemaFile))
            return null;
        return schema is { Cleaning.IsEmpty: true } && config is null
            ? Stream(sources, schema, diagnostics, cancellationToken)
            : Hold(sources, schema, config, diagnostics, cancellationToken);
    }

    private static CheckedData? Stream(
        IReadOnlyList<DataSource> sources, DataSchema schema, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        using var opened = OpenedTable.Open(sources, schema, new CsvReading(), diagnostics, cancellationToken);
        if (opened?.Source is not { } data)
            return null;
        return ContractValidator.Validate(data, sources[0].Name, schema, diagnostics, cancellationToken) is { } result
            ? new CheckedData { Rows = result.Rows, Rules = result.Rules, Columns = data.Columns, Streamed = result }
            : null;
    }

    private static CheckedData? Hold(
        IReadOnlyList<DataSource> sources, DataSchema? schema, TrainingConfig? config, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (CleanTableReader.Read(sources, schema, diagnostics, cancellationToken) is not { Table: var table })
            return null;
        var contract = schema ?? SchemaInference.Infer(table);
        var summary = DataValidator.Validate(table, contract, [.. sources.Select(DataFiles.Describe)], diagnostics, cancellationToken);
        if (config is not null && !diagnostics.HasErrors && ConfigChecker.CheckColumns(config, contract, diagnostics))
            CheckModel(table, contract, config, diagnostics);
        var columns = table.Columns.Select(column => new BatchColumn(column.Name, column.Type)).ToList();
        return new CheckedData { Rows = summary.Rows, Rules = summary.Rules, Columns = columns, Summary = summary };
    }

    private static void CheckModel(Table table, DataSchema contract, TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (LabelBuilder.Build(table, config, diagnostics) is not { } label
            || Splitter.Split(table, contract, config, label, diagnostics) is not { } split
            || TrainerCatalog.Find(config.Trainer) is not { } trainer)
        {
            return;
        }

        new FeaturePlanner(new FeatureInput(table, contract, config, TrainerTraits.Of(trainer), label, split), diagnostics).Plan();
    }

    private static void CheckChecklist(ModelProject project, TrainingConfig? config, DiagnosticBag diagnostics)
    {
        if (Parsed(project, project.ChecklistFile, Checklist.Parse, diagnostics) is { } checklist && config is not null)
            ChecklistCheck.Run(checklist, GateScope.Of(config), diagnostics);
    }

    private static T? Parsed<T>(ModelProject project, string file, Func<string, string, DiagnosticBag, T?> parse, DiagnosticBag diagnostics)
        where T : class =>
        File.Exists(file) && ProjectText.Read(project, file, diagnostics) is { } text ? parse(project.Display(file), text, diagnostics) : null;
}
