using System.Reflection;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tracking;

namespace MlOps.Build.Tasks;

/// <summary>
/// The runs' file as tasks write it. MSBuild loads a task's assemblies from its folder but knows nothing of native libraries in
/// <c>runtimes/</c>, hence the search for SQLite's.
/// </summary>
internal static class SqliteRuns
{
    private static readonly Lazy<bool> Resolved = new(() =>
    {
        NativeLibrary.SetDllImportResolver(RunStore.NativeCaller, Resolve);
        return true;
    });

    /// <summary>Opened by the first run; null when the project keeps none.</summary>
    public static RunStore? Of(ModelProject project) =>
        project.RunsFile is { } file ? new RunStore(file) { BeforeOpening = () => _ = Resolved.Value } : null;

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        var folder = Path.GetDirectoryName(typeof(SqliteRuns).Assembly.Location)!;
        foreach (var runtime in Runtimes())
        {
            // Precompiled tasks have it beside them, others below runtimes.
            foreach (var place in new[] { folder, Path.Combine(folder, "runtimes", runtime, "native"), Path.Combine(folder, "..", "runtimes", runtime, "native") })
            {
                if (NativeLibrary.TryLoad(Path.Combine(place, File(name)), out var library))
                    return library;
            }
        }

        return 0;
    }

    // An SDK that was built for a distribution names it, such as debian.12-x64.
    private static IEnumerable<string> Runtimes()
    {
        yield return RuntimeInformation.RuntimeIdentifier;
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        yield return $"{system}-{processor}";
        yield return $"{system}-musl-{processor}";
    }

    private static string File(string name) =>
        OperatingSystem.IsWindows() ? name + ".dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
}
