using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Folders;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Packaging.Versions;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.DataReports;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Shows what the other stages found, whatever the verdict.</summary>
internal sealed class ReportStage : IStage
{
    private static readonly UpstreamFile[] Shown =
    [
        new(StageNames.Profile, StageFiles.DataSummary),
        new(StageNames.Profile, StageFiles.Profile),
        new(StageNames.Profile, StageFiles.Relations),
        new(StageNames.Split, StageFiles.SplitSummary),
        new(StageNames.Features, StageFiles.FeatureSummary),
        new(StageNames.Train, StageFiles.TrainingSummary),
        new(StageNames.Evaluate, StageFiles.EvaluationSummary),
        new(StageNames.Evaluate, StageFiles.Drift),
        new(StageNames.Gate, StageFiles.GateSummary),
        new(StageNames.Package, StageFiles.Lineage),
        new(StageNames.Package, StageFiles.Manifest),
        new(StageNames.Package, StageFiles.Profile),
    ];

    public string Name => StageNames.Report;

    public int Version => 9;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics) =>
        workspace.Configuration(diagnostics) is not { } config || workspace.Card(diagnostics) is null || workspace.Schema(diagnostics) is not { } schema
        ? null
        : new StageInputs
        {
            Files = [workspace.Project.ModelCardFile, .. DataPaths.Expand(new[] { workspace.Project.ReferenceData, workspace.Project.ReferenceSchema }.OfType<string>())],
            Upstream = [.. Shown, .. TuneStage.LeftToReport(config), .. BacktestStage.Left(config)],
            Options =
            [
                StageInputs.Option("name", workspace.Project.Name),
                StageInputs.Option("schema", SchemaFile.Write(schema)),
                StageInputs.Option("champion", EvaluateStage.ChampionKey(workspace)),
                StageInputs.Option("license", workspace.Project.License),
                StageInputs.Option("language", Language(workspace).Code),
                StageInputs.Option("framework", BuildMachine.FrameworkVersion),
                StageInputs.Option("target frameworks", workspace.Project.TargetFrameworks),
            ],
        };

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        if (workspace.Configuration([]) is not { } config || workspace.Card(run.Diagnostics) is not { } card)
            return null;
        var model = new ModelEvidence
        {
            Name = workspace.Project.Name,
            License = workspace.Project.License,
            Data = workspace.Read(StageNames.Profile, StageFiles.DataSummary, ContractsJson.Default.DataSummary),
            Split = workspace.Read(StageNames.Split, StageFiles.SplitSummary, ContractsJson.Default.SplitSummary),
            Features = workspace.Read(StageNames.Features, StageFiles.FeatureSummary, ContractsJson.Default.FeatureSummary),
            Tuning = workspace.Tuning(config),
            Training = workspace.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary),
            Evaluation = workspace.Read(StageNames.Evaluate, StageFiles.EvaluationSummary, ContractsJson.Default.EvaluationSummary),
            Gate = workspace.Read(StageNames.Gate, StageFiles.GateSummary, ContractsJson.Default.GateSummary),
            Backtest = workspace.Backtest(config),
            Card = card,
            Change = NextVersion.Change(workspace.Project),
            Drift = InputDrift.Read(workspace),
            DataDiff = DataChanges.Of(workspace, run.Diagnostics, cancellationToken),
            ContractDiff = ContractChanges.Of(workspace, run.Diagnostics, cancellationToken),
            Environment = new EnvironmentSummary
            {
                Framework = BuildMachine.FrameworkVersion,
                TargetFrameworks = workspace.Project.TargetFrameworks,
            },
            Lineage = workspace.Read(StageNames.Package, StageFiles.Lineage, ContractsJson.Default.Lineage),
            Package = workspace.Read(StageNames.Package, StageFiles.Manifest, ContractsJson.Default.ModelManifest),
        };
        var words = ReportWords.In(Language(workspace));
        run.Write(StageFiles.Evidence, model, ContractsJson.Default.ModelEvidence);
        run.Write(StageFiles.ReportMarkdown, MarkdownReport.Render(model, words));
        run.Write(StageFiles.ReportHtml, HtmlReport.Render(model, words));
        run.Write(StageFiles.ModelCard, ModelCard.Render(model, words));
        run.Write(StageFiles.DataReport, DataReport.Render(DataModel(workspace, model), words));
        return StageFiles.ReportHtml;
    }

    private static DataReportModel DataModel(Workspace workspace, ModelEvidence model) => new()
    {
        Name = model.Name,
        Summary = model.Data,
        Profile = workspace.Read(StageNames.Profile, StageFiles.Profile, ContractsJson.Default.DataProfile),
        Relations = workspace.Read(StageNames.Profile, StageFiles.Relations, ContractsJson.Default.DataRelations),
        Rules = workspace.Schema([]) is { } schema ? ContractWords.Of(schema) : new Dictionary<string, IReadOnlyList<string>>(),
        Drift = model.Drift,
        Diff = model.DataDiff,
    };

    // The targets refuse a language that is none of these before anything runs; the tool and tests say theirs in code.
    private static ReportLanguage Language(Workspace workspace) =>
        ReportLanguage.Find(workspace.Project.ReportLanguage)
        ?? throw new ArgumentException($"'{workspace.Project.ReportLanguage}' is no language of the reports; expected {ReportLanguage.Choices}.");
}
