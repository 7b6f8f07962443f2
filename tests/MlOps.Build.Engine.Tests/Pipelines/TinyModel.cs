using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>A model project with data that can be learned, without a cache.</summary>
internal sealed class TinyModel : IDisposable
{
    public const string Configuration = """
        task: binary
        label:
          column: good
          positive: ["yes"]

        """;

    private readonly TemporaryFolder _folder = new();

    public TinyModel()
    {
        Write("data.csv", Data());
        Write("training-config.yaml", Configuration);
    }

    /// <summary>A folder for packages.</summary>
    public string Feed => _folder.File("feed");

    /// <summary>The project names no champion unless this says so.</summary>
    public Func<ModelProject, ModelProject> With { get; set; } = project => project;

    public ModelProject Project => With(new()
    {
        Name = "Tiny",
        Folder = _folder.Path,
        Data = [_folder.File("data.csv")],
        SchemaFile = _folder.File("schema.yaml"),
        ConfigurationFile = _folder.File("training-config.yaml"),
        ChecklistFile = _folder.File("validation-checklist.md"),
        StateFolder = _folder.File("obj/mlops"),
        OutputFolder = _folder.File("bin/mlops"),
        Cache = new CacheSettings(null),
    });

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => _folder.Write(name, text);

    public void Write(string name, byte[] bytes) => System.IO.File.WriteAllBytes(_folder.File(name), bytes);

    /// <summary>Runs stages up to one of them.</summary>
    public StageOutcome RunTo(string stage, ModelProject? project = null)
    {
        var pipeline = new ModelPipeline(project ?? Project);
        StageOutcome outcome;
        var next = 0;
        do
            outcome = pipeline.Run(ModelPipeline.Stages[next++].Name, null, TestContext.Current.CancellationToken);
        while (outcome.Succeeded && outcome.Stage != stage);
        return outcome;
    }

    /// <summary>A record that a stage has left, by its path below the state folder.</summary>
    public T Json<T>(string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        System.Text.Json.JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(_folder.File("obj/mlops/" + file)), type)!;

    /// <summary>What <c>mlops validate</c> finds.</summary>
    public IReadOnlyList<Diagnostic> Check(CheckSettings? settings = null)
    {
        var diagnostics = new DiagnosticBag();
        ProjectCheck.Run(Project, settings ?? new(), diagnostics, TestContext.Current.CancellationToken);
        return [.. diagnostics];
    }

    public void Dispose() => _folder.Dispose();

    private static string Data()
    {
        var text = new StringBuilder("width,height,good\n");
        for (var row = 0; row < 120; row++)
        {
            var (width, height) = (row * 37 % 101, row * 53 % 89);
            text.Append(width).Append(',').Append(height).Append(width + height + (row * 71 % 60) > 120 ? ",yes\n" : ",no\n");
        }

        return text.ToString();
    }
}
