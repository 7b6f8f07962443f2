using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Tool.Doctor;

/// <summary>What can be wrong with a machine.</summary>
internal static class MachineChecks
{
    private const int NeededSdk = 10;

    public static void Sdk(ToolEnvironment environment, DiagnosticBag findings)
    {
        if (Find(environment, "dotnet") is not { } program)
        {
            findings.Error(ToolCodes.SdkMissing, $"'dotnet' is not on the PATH. Install the .NET {NeededSdk} SDK.");
            return;
        }

        var target = new FileInfo(program).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program;
        var root = environment.Variable("DOTNET_ROOT") is { Length: > 0 } named ? named : Path.GetDirectoryName(target)!;
        var folder = Path.Combine(root, "sdk");
        var versions = Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!).ToList() : [];
        if (!versions.Any(version => int.TryParse(version.Split('.')[0], out var major) && major >= NeededSdk))
        {
            var there = versions.Count == 0 ? "none" : string.Join(", ", versions.Order(StringComparer.Ordinal));
            findings.Error(ToolCodes.SdkMissing, $"'{folder}' holds no .NET {NeededSdk} SDK (there: {there}). Install it.");
        }
    }

    public static void Program(ToolEnvironment environment, string name, string consequence, DiagnosticBag findings)
    {
        if (Find(environment, name) is null)
            findings.Info(ToolCodes.ProgramMissing, $"'{name}' is not on the PATH: {consequence}");
    }

    public static void Cache(ToolEnvironment environment, DiagnosticBag findings)
    {
        if (CacheSettings.Of(null, 0, environment.Variable).Folder is not { } folder)
        {
            findings.Info(ToolCodes.CacheNotWritable, "the cache is switched off: every stage runs anew after a clean or a switch of branches.");
            return;
        }

        var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            findings.Warning(
                ToolCodes.CacheNotWritable,
                $"the cache folder '{folder}' cannot be written: {exception.Message.ReplaceLineEndings(" ")} Set MLOPS_CACHE to a folder that can, or to 'off'.");
        }
    }

    private static string? Find(ToolEnvironment environment, string name)
    {
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];
        return (environment.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .FirstOrDefault(File.Exists);
    }
}
