using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Pipelines.Members;
using MlOps.Build.Engine.Pipelines.Stages;
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
    /// <param name="project">The project.</param>
    /// <param name="settings">What the data are checked as.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>What the data holds; null when it cannot be read.</returns>
    public static JudgedData? Run(ModelProject project, CheckSettings settings, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var schema = Parsed(project, project.SchemaFile, SchemaFile.Parse, diagnostics);
        var config = Parsed(project, project.ConfigurationFile, (file, text, bag) => TrainingConfigFile.Parse(file, text, bag, PlugIns(project)), diagnostics);
        config = config is null ? null : MemberModels.Load(project, config, diagnostics);
        CheckChecklist(project, config, diagnostics);
        if (File.Exists(project.ModelCardFile))
            CardReader.Read(project, diagnostics);
        if (config is not null && ConfigChecker.CheckTrainers(config, TrainerCatalog.Of(config), diagnostics))
            TrainerSources.Of(config with { Folder = project.Folder }, diagnostics);
        if (schema is not null)
            schema = SchemaSuites.Load(schema, project.SchemaFile, project.Display, diagnostics);
        schema = InEnvironment(schema, config, settings, diagnostics);
        if (schema is null && (File.Exists(project.SchemaFile) || settings.Environment is not null))
            return null;

        // Without the label there is nothing to learn.
        if (schema?.Environment is { } environment && environment != DataEnvironments.Of(schema)[0])
            config = null;
        var judged = JudgedData.Of(project.Sources, schema, ProjectSurroundings.Of(project, settings), config is not null, diagnostics, cancellationToken);
        if (config is not null && judged?.Held is { Table: var table } && !diagnostics.HasErrors && ConfigChecker.CheckColumns(config, judged.Contract, diagnostics))
            CheckModel(table, judged.Contract, config, diagnostics);
        return judged;
    }

    private static DataSchema? InEnvironment(DataSchema? schema, TrainingConfig? config, CheckSettings settings, DiagnosticBag diagnostics)
    {
        if (settings.Environment is not { } name)
            return schema;
        if (schema is not null)
            return DataEnvironments.Select(schema, name, config?.Label.Column, diagnostics);
        if (!diagnostics.HasErrors)
            diagnostics.Error(DataCodes.UnknownEnvironment, $"there is no contract, and so no environment {Shown.Text(name)}. Write one: dotnet build -t:MlOpsInferSchema.");
        return null;
    }

    private static void CheckModel(Table table, DataSchema contract, TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (LabelBuilder.Build(table, config, diagnostics) is not { } label
            || Splitter.Split(table, contract, config, label, diagnostics) is not { } split
            || TrainerCatalog.Find(config, config.Trainer) is not { } trainer)
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

    private static PlugInCatalog PlugIns(ModelProject project)
    {
        var state = new StateFolder(project.StateFolder);
        return new PlugInCatalog(project, state, new FileHashes(state.HashesFile));
    }

    private static T? Parsed<T>(ModelProject project, string file, Func<string, string, DiagnosticBag, T?> parse, DiagnosticBag diagnostics)
        where T : class =>
        File.Exists(file) && ProjectText.Read(project, file, diagnostics) is { } text ? parse(project.Display(file), text, diagnostics) : null;
}
