using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Folders;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Training.Imports;
using MlOps.Build.Engine.Training.PlugIns;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>What the trainers of a configuration are made of beside the data: settings of programs, and files of the project.</summary>
internal sealed record TrainerSources
{
    // What builds and git leave changes with every build.
    private static readonly string[] Built = ["obj", "bin", ".git"];

    /// <summary>Absolute paths, each once, in order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>Null, with errors, when a file that the configuration names is not there.</summary>
    public static TrainerSources? Of(TrainingConfig config, DiagnosticBag diagnostics)
    {
        var (files, options) = (new SortedSet<string>(StringComparer.Ordinal), new List<KeyValuePair<string, string>>());
        var complete = true;
        if (config.Command is { } command)
        {
            complete &= Add(command, config, files, diagnostics);
            options.Add(StageInputs.Option(CommandTrainer.TrainerName, command.Recipe()));
        }

        if (config.Onnx is { } onnx)
        {
            complete &= Add(onnx, config, files, diagnostics);
            options.Add(StageInputs.Option(OnnxTrainer.TrainerName, onnx));
        }

        if (config.PlugIn is PlugInTrainer plugIn)
            options.Add(StageInputs.Option(PlugInTrainer.TrainerName, plugIn.Recipe));
        // What runs their models where the interpreter cannot.
        if (config.Command is not null || config.Onnx is not null || config.PlugIn is PlugInTrainer || config.Ensemble?.Members.Any(member => member.IsModel) == true)
            files.UnionWith(GraphSession.LibraryFiles());
        if (config.Ensemble is { } ensemble)
            options.Add(StageInputs.Option(EnsembleTrainer.TrainerName, ensemble));
        if (config.Trainer == AutoTrainer.TrainerName)
            options.Add(StageInputs.Option<IReadOnlyList<string>>(AutoTrainer.TrainerName, config.Tuning!.Trainers));
        return complete ? new TrainerSources { Files = [.. files], Options = options } : null;
    }

    private static bool Add(CommandConfig command, TrainingConfig config, SortedSet<string> files, DiagnosticBag diagnostics)
    {
        files.UnionWith(command.Inputs.Count == 0 ? Named(command, config.Folder) : []);
        var complete = true;
        for (var i = 0; i < command.Inputs.Count; i++)
        {
            var found = Matching(command.Inputs[i], config.Folder).ToList();
            files.UnionWith(found);
            if (found.Count > 0)
                continue;
            complete = false;
            diagnostics.Error(
                TrainingCodes.TrainerFileMissing,
                $"'command.inputs' names '{command.Inputs[i]}', which no file of the project matches. Correct it, or remove it.",
                config.PositionOf($"command.inputs[{i}]"));
        }

        return complete;
    }

    private static bool Add(OnnxConfig onnx, TrainingConfig config, SortedSet<string> files, DiagnosticBag diagnostics)
    {
        var path = Path.GetFullPath(onnx.Model, config.Folder);
        files.Add(path);
        if (File.Exists(path))
            return true;
        diagnostics.Error(
            TrainingCodes.TrainerFileMissing,
            $"'onnx.model' is '{onnx.Model}', and there is no such file. Correct the path, which is relative to the project's folder, or put the file there.",
            config.PositionOf("onnx.model"));
        return false;
    }

    // A program that is installed is named by its own path, or found by the system; it is no file of the project.
    private static IEnumerable<string> Named(CommandConfig command, string folder) => command.Run
        .Where(word => word.Length > 0 && (!Path.IsPathRooted(word) || !Path.GetRelativePath(folder, word).StartsWith("..", StringComparison.Ordinal)))
        .Select(word => Path.GetFullPath(word, folder))
        .Where(File.Exists);

    private static IEnumerable<string> Matching(string pattern, string folder)
    {
        var path = Path.GetFullPath(pattern, folder);
        if (File.Exists(path))
            return [path];
        var found = PathPattern.Find(folder, Directory.Exists(path) ? pattern.TrimEnd('/', '\\') + "/**" : pattern);
        return found.Where(file => !Built.Contains(Path.GetRelativePath(folder, file).Split('/', '\\')[0]));
    }
}
