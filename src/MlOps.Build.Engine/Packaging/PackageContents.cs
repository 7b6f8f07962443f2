using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging;

/// <summary>Which file of which stage becomes which part of the package. docs/guides/package.md says what each holds.</summary>
internal static class PackageContents
{
    private static readonly IReadOnlyList<(string Part, string Stage, string File)> Sources =
    [
        (PartNames.Model, StageNames.Train, StageFiles.Model),
        (PartNames.Tuning, StageNames.Tune, StageFiles.TuningSummary),
        (PartNames.Training, StageNames.Train, StageFiles.TrainingSummary),
        (PartNames.Signature, StageNames.Package, StageFiles.Signature),
        (PartNames.Golden, StageNames.Package, StageFiles.Golden),
        (PartNames.Profile, StageNames.Package, StageFiles.Profile),
        (PartNames.TrainingRows, StageNames.Package, StageFiles.TrainingRows),
        (PartNames.Lineage, StageNames.Package, StageFiles.Lineage),
        (PartNames.Sbom, StageNames.Package, StageFiles.Sbom),
        (PartNames.Checklist, StageNames.Package, StageFiles.FilledChecklist),
        (PartNames.Backtest, StageNames.Backtest, StageFiles.BacktestSummary),
        (PartNames.Evaluation, StageNames.Evaluate, StageFiles.EvaluationSummary),
        (PartNames.Gate, StageNames.Gate, StageFiles.GateSummary),
        (PartNames.Data, StageNames.Profile, StageFiles.DataSummary),
        (PartNames.Split, StageNames.Split, StageFiles.SplitSummary),
        (PartNames.Features, StageNames.Features, StageFiles.FeatureSummary),
        (PartNames.Evidence, StageNames.Report, StageFiles.Evidence),
        (PartNames.Report, StageNames.Report, StageFiles.ReportMarkdown),
        (PartNames.ModelCard, StageNames.Report, StageFiles.ModelCard),
    ];

    /// <summary>
    /// The files by their path inside the package; absolute, whether they exist or not. Tuning and backtest are among them only when there are
    /// such: their stages leave no file where the configuration asks for none.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Files(StateFolder state) => Sources
        .Select(source => (source.Part, File: state.File(source.Stage, source.File)))
        .Where(source => source.Part is not (PartNames.Tuning or PartNames.Backtest) || File.Exists(source.File))
        .ToDictionary(source => source.Part, source => source.File, StringComparer.Ordinal);

    /// <summary>The files, as far as they exist, that the assembly holds as resources; the model is among them when it is small enough.</summary>
    public static IReadOnlyDictionary<string, string> Embedded(StateFolder state, long limitBytes)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [PartNames.Manifest] = state.File(StageNames.Package, StageFiles.Manifest),
            [PartNames.Signature] = state.File(StageNames.Package, StageFiles.Signature),
            [PartNames.Golden] = state.File(StageNames.Package, StageFiles.Golden),
            [PartNames.Model] = ModelFile(state),
        };
        return files
            .Where(pair => new FileInfo(pair.Value) is { Exists: true } file && (pair.Key != PartNames.Model || file.Length < limitBytes))
            .ToDictionary(StringComparer.Ordinal);
    }

    public static string ModelFile(StateFolder state) => state.File(StageNames.Train, StageFiles.Model);
}
