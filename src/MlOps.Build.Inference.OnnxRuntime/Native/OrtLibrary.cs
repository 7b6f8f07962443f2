using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace MlOps.Build.Inference.OnnxRuntime.Native;

/// <summary>Finds the native library and loads it, each once.</summary>
internal static class OrtLibrary
{
    private const string Export = "OrtGetApiBase";

    private static readonly ConcurrentDictionary<string, Lazy<OrtApi>> Known = new(StringComparer.Ordinal);

    /// <summary>The API of the library at a path, or of the one that the application brings.</summary>
    /// <exception cref="InferenceException">It is not there, is no ONNX Runtime, or is too old.</exception>
    public static OrtApi Of(string? path)
    {
        // What failed is tried again: somebody may have installed it meanwhile.
        var key = path is null ? "" : Path.GetFullPath(path);
        return Known.GetOrAdd(key, static key => new Lazy<OrtApi>(() => key.Length == 0 ? Brought() : At(key), LazyThreadSafetyMode.PublicationOnly)).Value;
    }

    private static OrtApi Brought()
    {
        if (!NativeLibrary.TryLoad("onnxruntime", typeof(OrtLibrary).Assembly, null, out var library))
        {
            throw new InferenceException(
                "ONNX Runtime's native library 'onnxruntime' is neither beside the application nor among its packages or the system's libraries. "
                + $"Reference the package Microsoft.ML.OnnxRuntime, or give {nameof(OnnxRuntimeOptions)}.{nameof(OnnxRuntimeOptions.LibraryPath)} its path.");
        }

        return Loaded(library, "'onnxruntime'");
    }

    private static OrtApi At(string path)
    {
        var file = Directory.Exists(path) ? InFolder(path) : path;
        if (!File.Exists(file))
            throw new InferenceException($"'{file}' is not there. Give the path of ONNX Runtime's native library, or of a folder that holds it.");
        try
        {
            return Loaded(NativeLibrary.Load(file), $"'{file}'");
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new InferenceException($"'{file}' cannot be loaded: {exception.Message}", exception);
        }
    }

    private static string InFolder(string folder)
    {
        var name = OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime*.dylib" : "libonnxruntime.so*";
        return Directory.EnumerateFiles(folder, name).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new InferenceException($"The folder '{folder}' holds no {name}, ONNX Runtime's native library.");
    }

    private static OrtApi Loaded(nint library, string source) => NativeLibrary.TryGetExport(library, Export, out var getApiBase)
        ? OrtApi.Of(getApiBase, source)
        : throw new InferenceException($"{source} is no ONNX Runtime: it does not export {Export}.");
}
