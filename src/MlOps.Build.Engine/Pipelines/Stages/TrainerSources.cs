using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Versions.Dvc;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Training.Imports;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>What the trainers of a configuration are made of beside the data: settings of programs, and files of the project.</summary>
internal sealed record TrainerSources
{
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

        if (config.Ensemble is { } ensemble)
            options.Add(StageInputs.Option(EnsembleTrainer.TrainerName, ensemble));
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

    // The program itself may lie in the project; one that is installed does not.
    private static IEnumerable<string> Named(CommandConfig command, string folder) => command.Run
        .Where(word => word.Length > 0)
        .Select(word => Path.GetFullPath(word, folder))
        .Where(path => File.Exists(path) && Path.GetRelativePath(folder, path) is var below && !Path.IsPathRooted(below) && !below.StartsWith("..", StringComparison.Ordinal));

    private static IEnumerable<string> Matching(string pattern, string folder)
    {
        var path = Path.GetFullPath(pattern, folder);
        if (File.Exists(path))
            return [path];
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories);

        // What stands before the first wildcard is a folder, and nothing outside of it is looked at.
        var parts = pattern.Replace('\\', '/').Split('/');
        var plain = parts.TakeWhile(part => part.AsSpan().IndexOfAny("*?[") < 0).ToArray();
        var root = Path.GetFullPath(Path.Combine([folder, .. plain]));
        if (plain.Length == parts.Length || !Directory.Exists(root) || IgnoreRule.Parse(root, "/" + string.Join('/', parts.Skip(plain.Length))) is not { } rule)
            return [];
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => rule.Matches(file, isDirectory: false));
    }
}
