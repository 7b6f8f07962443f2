using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Cleaning;
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
    /// <summary>Adds what is wrong.</summary>
    /// <returns>What the data holds; null when it cannot be read.</returns>
    public static DataSummary? Run(ModelProject project, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var schema = Parsed(project, project.SchemaFile, SchemaFile.Parse, diagnostics);
        var config = Parsed(project, project.ConfigurationFile, TrainingConfigFile.Parse, diagnostics);
        CheckChecklist(project, config, diagnostics);
        CardReader.Read(project, diagnostics);
        if (config is not null)
            ConfigChecker.CheckTrainers(config, TrainerCatalog.All, diagnostics);
        var sources = project.Data.Select(path => new DataSource(path, project.Display(path))).ToList();
        if (schema is null && File.Exists(project.SchemaFile))
            return null;
        if (CleanTableReader.Read(sources, schema, diagnostics, cancellationToken) is not { } cleaned)
            return null;
        var contract = schema ?? SchemaInference.Infer(cleaned.Table);
        var summary = DataValidator.Validate(cleaned.Table, contract, [.. sources.Select(DataFiles.Describe)], diagnostics, cancellationToken);
        if (config is not null && !diagnostics.HasErrors && ConfigChecker.CheckColumns(config, contract, diagnostics))
            CheckModel(cleaned.Table, contract, config, diagnostics);
        return summary;
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
