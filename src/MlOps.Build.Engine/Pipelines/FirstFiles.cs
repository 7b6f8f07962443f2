using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Cards;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Writes the first contract, configuration, checklist and model card of a project. An existing file is never touched.</summary>
internal sealed class FirstFiles(ModelProject project)
{
    /// <summary>Writes those of the four files that are not there.</summary>
    /// <returns>One entry a file; empty, with errors, when the data cannot be read.</returns>
    public IReadOnlyList<FirstFile> Write(DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (Read(diagnostics, cancellationToken) is not var (table, schema) || Configuration(table, schema, diagnostics) is not { } config)
            return [];
        return
        [
            Create(project.SchemaFile, () => SchemaFile.Write(schema)),
            Create(project.ConfigurationFile, () => TrainingConfigFile.Write(config)),
            Create(project.ChecklistFile, () => DefaultChecklist.For(
                config.Task, [.. config.Evaluation.Slices.Select(slice => slice.Name)], config.Evaluation.Confidence,
                config.Evaluation.ShuffledLabels, Forecast(config))),
            Create(project.ModelCardFile, () => CardTemplate.For(project.Name, project.License is not null, Words())),
        ];
    }

    /// <summary>Writes the contract, or adds the columns that an existing one lacks; what people wrote stays.</summary>
    /// <returns>The file; null, with errors, when the data cannot be read.</returns>
    public FirstFile? WriteSchema(DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (Table(null, diagnostics, cancellationToken) is not { } table)
            return null;
        var inferred = SchemaInference.Infer(table);
        if (!File.Exists(project.SchemaFile))
            return Create(project.SchemaFile, () => SchemaFile.Write(inferred));
        if (ProjectText.Read(project, project.SchemaFile, diagnostics) is not { } text)
            return null;
        var updated = SchemaFile.Update(text, inferred);
        if (SchemaFile.Parse(project.Display(project.SchemaFile), updated, []) is null)
        {
            // Their own lines, not those of the text with what would have been added.
            SchemaFile.Parse(project.Display(project.SchemaFile), text, diagnostics);
            return null;
        }

        new ContractProposal(project).Write(updated, diagnostics, cancellationToken);
        return new FirstFile(project.SchemaFile, WholeFile.WriteIfDifferent(project.SchemaFile, updated));
    }

    private (Table Table, DataSchema Schema)? Read(DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        DataSchema? declared = null;
        if (File.Exists(project.SchemaFile))
        {
            declared = ProjectText.Read(project, project.SchemaFile, diagnostics) is { } text
                ? SchemaFile.Parse(project.Display(project.SchemaFile), text, diagnostics)
                : null;
            if (declared is null)
                return null;
        }

        return Table(declared, diagnostics, cancellationToken) is { } table ? (table, declared ?? SchemaInference.Infer(table)) : null;
    }

    private Table? Table(DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var table = CleanTableReader.Read(project.Sources, schema, diagnostics, cancellationToken)?.Table;
        return diagnostics.HasErrors ? null : table;
    }

    private TrainingConfig? Configuration(Table table, DataSchema schema, DiagnosticBag diagnostics)
    {
        if (File.Exists(project.ConfigurationFile))
        {
            return ProjectText.Read(project, project.ConfigurationFile, diagnostics) is { } text
                ? TrainingConfigFile.Parse(project.Display(project.ConfigurationFile), text, diagnostics)
                : null;
        }

        return Default(project, table, schema, diagnostics);
    }

    /// <summary>The configuration of a project that has none; null, with an error, when it names a label that the data does not have.</summary>
    public static TrainingConfig? Default(ModelProject project, Table table, DataSchema schema, DiagnosticBag diagnostics)
    {
        if (project.LabelColumn is { } label && table.Find(label) is null)
        {
            var names = table.Columns.Select(column => column.Name).ToList();
            var hint = DidYouMean.Sentence(label, names);
            var way = hint.Length > 0 ? hint : $" Columns: {string.Join(", ", names.Take(20))}{(names.Count > 20 ? ", …" : "")}.";
            diagnostics.Error(BuildCodes.UnknownPropertyValue, $"MlOpsLabel is '{label}', which is no column of the data.{way}");
            return null;
        }

        var config = TrainingConfigFile.Default(table, schema, project.LabelColumn);
        if (project.LabelColumn is null)
            diagnostics.Add(GuessedLabel(config.Label.Column));
        return config;
    }

    private static Diagnostic GuessedLabel(string column) => new()
    {
        Code = BuildCodes.LabelGuessed,
        Severity = DiagnosticSeverity.Warning,
        Message = $"'{column}' is taken for the label. Name the right column: 'label' in training-config.yaml, or the property MlOpsLabel.",
    };

    private static ForecastItems Forecast(TrainingConfig config) => config switch
    {
        not { Task: LearningTask.Regression, Split.Method: SplitMethod.Time } => ForecastItems.None,
        { Evaluation.Backtest: { } backtest } when backtest.Kind != BacktestKind.Folds => ForecastItems.Windows,
        _ => ForecastItems.TestRows,
    };

    // What people write is theirs; only the headings and the prompts are in the reports' language.
    private ReportWords Words() => ReportWords.In(ReportLanguage.Find(project.ReportLanguage) ?? ReportLanguage.English);

    private static FirstFile Create(string path, Func<string> text)
    {
        var missing = !File.Exists(path);
        if (missing)
            WholeFile.WriteIfDifferent(path, text());
        return new FirstFile(path, missing);
    }
}
