using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Versions;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Pipelines.Members;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Reporting.Cards;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What the stages of one project read in common, each thing read when it is first asked for.</summary>
internal sealed class Workspace(ModelProject project, TableShelf shelf)
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> _origins = new(() => DataOrigins.Of(project));

    public ModelProject Project { get; } = project;

    public StateFolder State { get; } = new(project.StateFolder);

    public FileHashes Hashes { get; } = new(new StateFolder(project.StateFolder).HashesFile);

    public IReadOnlyList<DataSource> Sources { get; } = project.Sources;

    /// <summary>Where the data come from that git does not keep, by their name in the project.</summary>
    public IReadOnlyDictionary<string, string> Origins => _origins.Value;

    /// <summary>True when the data contract is a file of the project, not one that the data stage inferred.</summary>
    public bool HasSchemaFile => File.Exists(Project.SchemaFile);

    /// <summary>True when the training configuration is a file of the project, not the default that the data stage made.</summary>
    public bool HasConfigurationFile => File.Exists(Project.ConfigurationFile);

    /// <summary>The contract of the file, or the inferred one; null, with errors, when there is none that parses.</summary>
    public DataSchema? Schema(DiagnosticBag diagnostics)
    {
        var file = HasSchemaFile ? Project.SchemaFile : State.File(StageNames.Data, StageFiles.Schema);
        return Text(file, diagnostics) is { } text && SchemaFile.Parse(Project.Display(file), text, diagnostics) is { } schema
            ? schema with { Inferred = !HasSchemaFile }
            : null;
    }

    /// <summary>The configuration of the file, or the default; null, with errors, when there is none that parses.</summary>
    public TrainingConfig? Configuration(DiagnosticBag diagnostics)
    {
        var file = HasConfigurationFile ? Project.ConfigurationFile : State.File(StageNames.Data, StageFiles.Configuration);
        return Text(file, diagnostics) is { } text
            && TrainingConfigFile.Parse(Project.Display(file), text, diagnostics, new PlugInCatalog(Project, State, Hashes)) is { } declared
            && MemberModels.Load(Project, declared, diagnostics) is { } config
            && ConfigChecker.CheckTrainers(config, TrainerCatalog.Of(config), diagnostics)
            ? config with { Folder = Project.Folder }
            : null;
    }

    /// <summary>True when the checklist is a file of the project, not the default.</summary>
    public bool HasChecklistFile => File.Exists(Project.ChecklistFile);

    /// <summary>The checklist of the file; null, with errors, when it does not parse.</summary>
    public Checklist? Checklist(DiagnosticBag diagnostics) =>
        ProjectText.Read(Project, Project.ChecklistFile, diagnostics) is { } text
            ? Gates.Checklist.Parse(Project.Display(Project.ChecklistFile), text, diagnostics)
            : null;

    /// <summary>What people have written of the model card; null, with an error, when it cannot be told.</summary>
    public ModelCardText? Card(DiagnosticBag diagnostics) => CardReader.Read(Project, diagnostics);

    /// <summary>The typed data. Its warnings are the data stage's to tell.</summary>
    public Table? Table(DataSchema schema, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var found = new DiagnosticBag();
        using var key = new StageKey();
        foreach (var source in Sources)
            key.Add(source.Name, $"{Hashes.Of(source.Path) ?? "absent"} {source.Partitioned}");
        key.Add("schema", SchemaFile.Write(schema));
        var table = shelf.Get(key.Finish(), () => CleanTableReader.Read(Sources, schema, found, cancellationToken)?.Table);
        if (table is null)
            diagnostics.AddRange(found);
        return table;
    }

    /// <summary>What an earlier stage recorded.</summary>
    public T Read<T>(string stage, string file, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(State.File(stage, file)), type)
        ?? throw new InvalidDataException($"'{State.File(stage, file)}' is empty.");

    /// <summary>Label and parts as the split stage left them.</summary>
    public (Label Label, Split Split) Split() => SplitFile.Read(
        File.ReadAllBytes(State.File(StageNames.Split, StageFiles.Split)),
        Read(StageNames.Split, StageFiles.SplitSummary, ContractsJson.Default.SplitSummary));

    /// <summary>The configuration with the hyperparameters that the search chose, once it has run; itself when there is no space.</summary>
    public TrainingConfig Tuned(TrainingConfig config)
    {
        if (config.Space.Count == 0)
            return config;
        var settings = new Dictionary<string, double>(config.Hyperparameters, StringComparer.Ordinal);
        foreach (var (name, value) in Read(StageNames.Tune, StageFiles.TunedSettings, OptionJson.Default.TunedSettings))
            settings[name] = value;
        return config with { Hyperparameters = settings };
    }

    /// <summary>The search for hyperparameters; null when no setting has a space, or it has not run.</summary>
    public TuningSummary? Tuning(TrainingConfig config) =>
        config.Space.Count == 0 || !File.Exists(State.File(StageNames.Tune, StageFiles.TuningSummary))
        ? null
        : Read(StageNames.Tune, StageFiles.TuningSummary, ContractsJson.Default.TuningSummary);

    /// <summary>The backtest; null when the configuration asks for none, or it has not run.</summary>
    public BacktestSummary? Backtest(TrainingConfig config) =>
        config.Evaluation.Backtest is null || !File.Exists(State.File(StageNames.Backtest, StageFiles.BacktestSummary))
        ? null
        : Read(StageNames.Backtest, StageFiles.BacktestSummary, ContractsJson.Default.BacktestSummary);

    private string? Text(string path, DiagnosticBag diagnostics)
    {
        if (File.Exists(path))
            return ProjectText.Read(Project, path, diagnostics);
        diagnostics.Error(BuildCodes.StageMissing, $"'{Project.Display(path)}' is not there: call the target MlOpsValidateData first.");
        return null;
    }
}
