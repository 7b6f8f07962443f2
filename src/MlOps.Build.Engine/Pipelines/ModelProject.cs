using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>A model project as a front (task or tool) sees it. All paths are absolute.</summary>
internal sealed record ModelProject
{
    /// <summary>The stage whose version is the champion when nobody says.</summary>
    public const string DefaultChampionStage = "production";

    /// <summary>The project's name, such as <c>BirdStrikes</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The folder of the project file; paths in messages are relative to it.</summary>
    public required string Folder { get; init; }

    /// <summary>The data files, in order; of a folder its files.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>Data as the project names them, files and folders.</summary>
    public IReadOnlyList<string> NamedData
    {
        get => field ?? Data;
        init;
    }

    /// <summary>Whether folders above data files are columns, by the file or folder that says so: the metadata <c>Partitioned</c> of <c>MlOpsData</c>.</summary>
    public IReadOnlyDictionary<string, bool> Partitioned { get; init; } = new Dictionary<string, bool>();

    /// <summary>The data files as they are read.</summary>
    public IReadOnlyList<DataSource> Sources => [.. Data.Select(path => new DataSource(path, Display(path)) { Partitioned = IsPartitioned(path) })];

    /// <summary>Where data files come from that are fetched from elsewhere: the metadata <c>Source</c> of <c>MlOpsData</c>, by absolute
    /// path.</summary>
    public IReadOnlyDictionary<string, string> DataSources { get; init; } = new Dictionary<string, string>();

    public required string SchemaFile { get; init; }

    public required string ConfigurationFile { get; init; }

    public required string ChecklistFile { get; init; }

    /// <summary>
    /// What people write of the model card: <c>MlOpsModelCardFile</c>; <c>model-card.md</c> in the project's folder when it is not said.
    /// </summary>
    public string ModelCardFile
    {
        get => field ?? Path.Combine(Folder, StageFiles.ModelCard);
        init;
    }

    /// <summary>Where stages leave their folders: <c>obj/mlops</c>.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Where the files that people open go: <c>bin/&lt;configuration&gt;/mlops</c>.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The label when no configuration names one: <c>MlOpsLabel</c>.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>The model's licence, an SPDX expression: <c>PackageLicenseExpression</c>; null when nobody said.</summary>
    public string? License { get; init; }

    /// <summary>The stage that the build or the promotion is for: <c>MlOpsStage</c>; empty when there is none.</summary>
    public string Stage { get; init; } = "";

    /// <summary>The language of the reports, a code of <see cref="Reporting.Languages.ReportLanguage"/>: <c>MlOpsReportLanguage</c>.</summary>
    public string ReportLanguage { get; init; } = "en";

    /// <summary>
    /// The day to which the age of the data is counted, <c>yyyy-MM-dd</c>, also that of <c>fresh</c> in the contract: <c>MlOpsReferenceDate</c>; null when none
    /// is given.
    /// </summary>
    public string? ReferenceDate { get; init; }

    /// <summary>An earlier version of the data, to be compared with: <c>MlOpsReferenceData</c>; null when none is named.</summary>
    public string? ReferenceData { get; init; }

    /// <summary>An earlier version of the contract, to be compared with: <c>MlOpsReferenceSchema</c>; null when none is named.</summary>
    public string? ReferenceSchema { get; init; }

    /// <summary>Data that the model serves, to be compared with: <c>MlOpsServingData</c>; null when none are named.</summary>
    public string? ServingData { get; init; }

    /// <summary>The champion's package: <c>MlOpsChampionPackage</c>; null when none is named.</summary>
    public string? ChampionPackage { get; init; }

    /// <summary>The folder of packages that the project names: <c>MlOpsFeed</c>; null when it names none.</summary>
    public string? Feed { get; init; }

    /// <summary>The stage whose version is the champion: <c>MlOpsChampionStage</c>.</summary>
    public string ChampionStage { get; init; } = DefaultChampionStage;

    /// <summary>The model's name in the registry: <c>MlOpsArtifactName</c>; null is that of the package.</summary>
    public string? Artifact { get; init; }

    /// <summary>The id that the model is packed under; null is <see cref="Name"/>.</summary>
    public string? PackageId { get; init; }

    /// <summary>The frameworks that the predictor is compiled for: <c>TargetFrameworks</c> or <c>TargetFramework</c>.</summary>
    public IReadOnlyList<string> TargetFrameworks { get; init; } = [];

    /// <summary>
    /// Assemblies with trainers for <c>trainer: project</c>: the items <c>MlOpsTrainer</c>. Null where nothing is trained, so that nobody looks for them.
    /// </summary>
    public IReadOnlyList<string>? Trainers { get; init; } = [];

    /// <summary>State folders of the model projects that this one refers to with <c>OutputItemType="MlOpsModel"</c>, by the path of the project's file.</summary>
    public IReadOnlyDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>What restore has chosen: <c>ProjectAssetsFile</c>; null when nobody said.</summary>
    public string? AssetsFile { get; init; }

    /// <summary>Where runs are kept: <c>MlOpsRunsFile</c>; null keeps none.</summary>
    public string? RunsFile { get; init; }

    public required CacheSettings Cache { get; init; }

    /// <summary>Threads that a trainer may use; never changes a result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// A path from the project folder with forward slashes, as it is only on another drive: records hold it, and must not name the folder
    /// that a checkout lies in.
    /// </summary>
    public string Display(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    // What the file or the nearest folder above it says.
    private bool? IsPartitioned(string path)
    {
        for (var place = path; place is not null && Partitioned.Count > 0; place = Path.GetDirectoryName(place))
        {
            if (Partitioned.TryGetValue(place, out var partitioned))
                return partitioned;
        }

        return null;
    }
}
