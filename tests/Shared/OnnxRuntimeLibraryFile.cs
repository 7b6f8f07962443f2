namespace MlOps.Build.Tests.Shared;

/// <summary>ONNX Runtime's native library inside npm's package, for tests that call it within their own process.</summary>
internal static class OnnxRuntimeLibraryFile
{
    private static readonly string? Known = Find();

    /// <summary>Its path; skips the test where it is not installed.</summary>
    public static string Path
    {
        get
        {
            Assert.SkipWhen(Known is null, "ONNX Runtime's library is absent: run 'npm ci --ignore-scripts' in tests/onnxruntime, or set MLOPS_ONNXRUNTIME.");
            return Known!;
        }
    }

    private static string? Find()
    {
        var folder = Environment.GetEnvironmentVariable("MLOPS_ONNXRUNTIME") ?? Repository();
        var binaries = folder is null ? null : System.IO.Path.Combine(folder, "node_modules", "onnxruntime-node", "bin");
        if (binaries is null || !Directory.Exists(binaries))
            return null;
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var place = System.IO.Path.Combine(system, processor) + System.IO.Path.DirectorySeparatorChar;
        return Directory.EnumerateFiles(binaries, "*onnxruntime.*", SearchOption.AllDirectories)
            .Where(file => file.Contains(place, StringComparison.Ordinal) && System.IO.Path.GetFileName(file).StartsWith(
                OperatingSystem.IsWindows() ? "onnxruntime.dll" : "libonnxruntime.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static string? Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "MlOps.Build.sln")))
                return System.IO.Path.Combine(folder.FullName, "tests", "onnxruntime");
        }

        return null;
    }
}
