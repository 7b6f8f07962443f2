using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>A project folder with one input and a cache of its own.</summary>
internal sealed class PipelineFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PipelineFixture() => Input = _folder.Write("project/input.txt", "hello");

    public string Input { get; }

    public string StateFolder => _folder.File("project/obj/mlops");

    public string CacheFolder => _folder.File("cache");

    public string Copy => Path.Combine(StateFolder, "copy", "copy.txt");

    public CacheStore Cache => new(new CacheSettings(CacheFolder));

    public ModelProject Project => new()
    {
        Name = "Test",
        Folder = _folder.File("project"),
        Data = [],
        SchemaFile = _folder.File("project/schema.yaml"),
        ConfigurationFile = _folder.File("project/training-config.yaml"),
        ChecklistFile = _folder.File("project/validation-checklist.md"),
        StateFolder = StateFolder,
        OutputFolder = _folder.File("project/bin/mlops"),
        Cache = new CacheSettings(CacheFolder),
    };

    public void Change(string text) => File.WriteAllText(Input, text);

    public StageOutcome Run(IStage stage) => RunUntil(stage, TestContext.Current.CancellationToken);

    public StageOutcome RunUntil(IStage stage, CancellationToken cancellationToken) =>
        new StageRunner(new Workspace(Project, new TableShelf()), Cache).Run(stage, null, cancellationToken);

    /// <summary>Every file below the state folder with its time and content.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() => new DirectoryInfo(StateFolder)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => file.Name != ".lock")
        .ToDictionary(file => file.FullName, file => $"{file.LastWriteTimeUtc:O} {File.ReadAllText(file.FullName)}");

    public string OnlyObjectHolding(string text) =>
        Directory.EnumerateFiles(Path.Combine(CacheFolder, "objects"), "*", SearchOption.AllDirectories)
            .Single(path => File.ReadAllText(path) == text);

    public void Dispose() => _folder.Dispose();
}
