using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.PlugIns;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>The trainers of the assemblies that a project names. A process asks them what they are, once for the same contents.</summary>
internal sealed class PlugInCatalog(ModelProject project, StateFolder state, FileHashes hashes) : IPlugIns
{
    private const string Reference =
        "<ProjectReference Include=\"../MyTrainer/MyTrainer.csproj\" ReferenceOutputAssembly=\"false\" OutputItemType=\"MlOpsTrainer\" />";

    // All that can change what a trainer learns; a library's own languages and symbols cannot.
    private static readonly string[] Code = [".dll", ".so", ".dylib", ".json"];

    public ITrainer? Find(PlugInConfig config, SourcePosition position, DiagnosticBag diagnostics)
    {
        if (project.Trainers is not { } assemblies)
            return new AbsentTrainer();
        if (Absent(assemblies) is { } absent)
        {
            diagnostics.Error(TrainingCodes.PlugInMissing, absent, position);
            return null;
        }

        try
        {
            var known = Known(assemblies);
            var found = assemblies.SelectMany((assembly, i) => known.Trainers[i].Select(about => (Assembly: assembly, About: about))).ToList();
            if (Problem(config, assemblies, [.. found.Select(item => item.About)]) is { } problem)
            {
                diagnostics.Error(TrainingCodes.PlugInTrainer, problem, position);
                return null;
            }

            var (path, trainer) = found.Single(item => config.Name is null || item.About.Name == config.Name);
            return new PlugInTrainer(path, trainer, config.Timeout, known.Key);
        }
        catch (TrainingFailedException exception)
        {
            diagnostics.Error(exception.Code, exception.Message, position);
            return null;
        }
    }

    private static string? Absent(IReadOnlyList<string> assemblies) => assemblies.Count == 0
        ? $"'trainer: project' runs a trainer of another project, and this one refers to none. Add {Reference} to the project file."
        : assemblies.FirstOrDefault(assembly => !File.Exists(assembly)) is { } absent
        ? $"the trainer's assembly '{Path.GetFileName(absent)}' is not there. Build its project, or correct the item MlOpsTrainer."
        : null;

    private static string? Problem(PlugInConfig config, IReadOnlyList<string> assemblies, List<TrainerDescription> found)
    {
        var places = string.Join(", ", assemblies.Select(assembly => $"'{Path.GetFileName(assembly)}'"));
        var names = string.Join(", ", found.Select(about => about.Name));
        if (found.Count == 0)
            return $"{places} holds no trainer. Implement MlOps.Build.Contracts.ITrainer in a class with a constructor without parameters.";
        if (config.Name is null)
            return found.Count == 1 ? null : $"{places} holds {found.Count} trainers: {names}. Say which one, as in 'project: {{ name: {found[0].Name} }}'.";
        return found.Count(about => about.Name == config.Name) switch
        {
            1 => null,
            0 => $"{places} holds no trainer '{config.Name}'.{DidYouMean.Sentence(config.Name, found.Select(about => about.Name))} It has {names}.",
            _ => $"{places} holds several trainers '{config.Name}'. Give each another 'Name'.",
        };
    }

    private KnownPlugIns Known(IReadOnlyList<string> assemblies)
    {
        var key = Key(assemblies);
        if (Remembered() is { } known && known.Key == key && known.Trainers.Count == assemblies.Count)
            return known;
        var asked = new KnownPlugIns(key, [.. assemblies.Select(assembly => new PlugInProcess(assembly, TimeSpan.FromMinutes(2)).Describe())]);
        Directory.CreateDirectory(state.Root);
        WholeFile.Write(state.TrainersFile, JsonSerializer.Serialize(asked, PlugInJson.Default.KnownPlugIns));
        return asked;
    }

    // By the names below the assembly's folder: where packages lie differs from machine to machine.
    private string Key(IReadOnlyList<string> assemblies)
    {
        using var key = new StageKey();
        key.Add("code", typeof(PlugInCatalog).Module.ModuleVersionId.ToString("N"));
        foreach (var folder in assemblies.Select(assembly => Path.GetDirectoryName(assembly)!).Distinct())
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                if (Code.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) || Path.GetFileName(file).Contains(".so.", StringComparison.Ordinal))
                    key.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), hashes.Of(file) ?? "absent");
            }
        }

        foreach (var assembly in assemblies)
            key.Add("trainer", Path.GetFileName(assembly));
        return key.Finish();
    }

    private KnownPlugIns? Remembered()
    {
        try
        {
            return File.Exists(state.TrainersFile) ? JsonSerializer.Deserialize(File.ReadAllBytes(state.TrainersFile), PlugInJson.Default.KnownPlugIns) : null;
        }
        catch (JsonException)
        {
            // Somebody cut it off: it is made again.
            return null;
        }
    }
}
