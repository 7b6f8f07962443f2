using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>
/// A trainer's assembly with the versions of libraries that it was built with, whatever the kit uses. Only the contracts are the kit's own: both sides
/// mean the same <see cref="ITrainer"/>.
/// </summary>
internal sealed class PlugInContext(string assembly) : AssemblyLoadContext("trainer")
{
    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Builds load trainers; nothing that is trimmed does.")]
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != typeof(ITrainer).Assembly.GetName().Name && _resolver.ResolveAssemblyToPath(assemblyName) is { } path
            ? LoadFromAssemblyPath(path)
            : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
