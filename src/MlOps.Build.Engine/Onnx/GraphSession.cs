using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.OnnxRuntime;

namespace MlOps.Build.Engine.Onnx;

/// <summary>
/// Opens graphs for the build: on the managed interpreter, and those with operators that it lacks on ONNX Runtime, where somebody has named its
/// library. Where the library lies differs from machine to machine, so it is a variable and no part of the project.
/// </summary>
internal static class GraphSession
{
    /// <summary>The variable with the path of ONNX Runtime's native library.</summary>
    public const string Variable = "MLOPS_ONNXRUNTIME_LIBRARY";

    /// <summary>Null when ONNX Runtime is not to be used.</summary>
    public static string? Library => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    /// <summary>The library, or those in its folder: other files may give other predictions.</summary>
    public static IEnumerable<string> LibraryFiles() => Library switch
    {
        { } file when File.Exists(file) => [Path.GetFullPath(file)],
        { } folder when Directory.Exists(folder) => Directory.EnumerateFiles(folder, "*onnxruntime*").Select(Path.GetFullPath),
        _ => [],
    };

    /// <summary>Opens a graph.</summary>
    /// <exception cref="InferenceException">Nobody here can run it.</exception>
    public static IModelSession Open(ReadOnlyMemory<byte> model)
    {
        var graph = OnnxModelReader.Read(model);
        return Library is { } library && ManagedModelSession.Lacking(graph).Count > 0
            ? OnnxRuntimeSession.Load(model, new OnnxRuntimeOptions { LibraryPath = library })
            : ManagedModelSession.Load(graph);
    }
}
