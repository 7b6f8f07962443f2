using System.Runtime.InteropServices;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.OnnxRuntime;
using MlOps.Build.Inference.Tests.Interpreter;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Inference.Tests.OnnxRuntimes;

/// <summary>How the native library is found, and what is said when it is not.</summary>
public sealed class OnnxRuntimeLibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-library-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_folder_that_holds_the_library_will_do()
    {
        using var session = Open(Path.GetDirectoryName(OnnxRuntimeLibraryFile.Path));

        session.Inputs.ShouldBe(["x", "y"]);
    }

    [Fact]
    public void Without_a_path_it_is_what_the_application_brings() =>
        Message(null).ShouldBe(
            "ONNX Runtime's native library 'onnxruntime' is neither beside the application nor among its packages or the system's libraries. "
            + "Reference the package Microsoft.ML.OnnxRuntime, or give OnnxRuntimeOptions.LibraryPath its path.");

    [Fact]
    public void A_path_where_nothing_is_is_named()
    {
        var path = Path.Combine(_folder.FullName, "libonnxruntime.so");

        Message(path).ShouldBe($"'{path}' is not there. Give the path of ONNX Runtime's native library, or of a folder that holds it.");
    }

    [Fact]
    public void A_folder_without_one_is_named() =>
        Message(_folder.FullName).ShouldStartWith($"The folder '{_folder.FullName}' holds no ");

    [Fact]
    public void A_file_that_is_no_library_is_named()
    {
        var path = Path.Combine(_folder.FullName, "libonnxruntime.so");
        File.WriteAllText(path, "text");

        Message(path).ShouldStartWith($"'{path}' cannot be loaded: ");
    }

    [Fact]
    public void Another_library_is_named()
    {
        var prefix = OperatingSystem.IsWindows() ? "" : "lib";
        var extension = OperatingSystem.IsWindows() ? "dll" : OperatingSystem.IsMacOS() ? "dylib" : "so";
        var path = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{prefix}System.IO.Compression.Native.{extension}");

        Message(path).ShouldBe($"'{path}' is no ONNX Runtime: it does not export OrtGetApiBase.");
    }

    private static string Message(string? path) => Should.Throw<InferenceException>(() => Open(path)).Message;

    private static OnnxRuntimeSession Open(string? path) =>
        OnnxRuntimeSession.Load(OnnxModelWriter.Write(Graphs.Binary("Add")), new OnnxRuntimeOptions { LibraryPath = path });
}
