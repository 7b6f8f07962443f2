using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Checks.Reproducibility;

/// <summary>Trains once on what the stages of a project have left, and writes the model's bytes.</summary>
internal static class RetrainProgram
{
    public static int Run(string folder, string state, string configuration, string threads, string output, string[] sources)
    {
        var workspace = new Workspace(
            new ModelProject
            {
                Name = "",
                Folder = folder,
                Data = [],
                SchemaFile = "",
                ConfigurationFile = configuration,
                ChecklistFile = "",
                StateFolder = state,
                OutputFolder = "",
                Trainers = Of(sources, Retraining.Trainer),
                Models = Of(sources, Retraining.Model).Select(pair => pair.Split('>', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
                AssetsFile = Of(sources, Retraining.Assets).FirstOrDefault(),
                Cache = CacheSettings.Of(CacheSettings.Off, 0, _ => null),
                Threads = int.Parse(threads, CultureInfo.InvariantCulture),
            },
            new TableShelf());
        var diagnostics = new DiagnosticBag();
        if (Train(workspace, diagnostics) is { } model)
        {
            File.WriteAllBytes(output, model);
            return 0;
        }

        foreach (var diagnostic in diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error))
            Console.Error.WriteLine(diagnostic);
        return 1;
    }

    private static string[] Of(string[] sources, string kind) =>
        [.. sources.Where(text => text.StartsWith(kind, StringComparison.Ordinal)).Select(text => text[kind.Length..])];

    private static byte[]? Train(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Configuration(diagnostics) is not { } declared)
            return null;
        var config = workspace.Tuned(declared);
        var files = TrainerFiles.Of(config)[0];
        var (label, split) = workspace.Split();
        var features = MatrixFile.Read(workspace.State.File(StageNames.Features, files.Matrix));
        return ModelTrainer.Train(
            files.Trainer, config, features, label, split, workspace.Project.Threads, diagnostics, null, CancellationToken.None)?.Model;
    }
}
