namespace MlOps.Build.Engine.Checks;

/// <summary>An installed ONNX Runtime: the node package in a folder, or the Python module.</summary>
/// <param name="Program">What runs it.</param>
/// <param name="Folder">Where the program has to stand to find it; null when that does not matter.</param>
/// <param name="Version">Its version.</param>
internal sealed record OnnxRuntimeHome(string Program, string? Folder, string Version)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly string[] Pythons = ["python3", "python"];

    /// <summary>Looks in the folder that <c>MLOPS_ONNXRUNTIME</c> names, in the project's and those above it, then for Python's.</summary>
    public static OnnxRuntimeHome? Find(string projectFolder, CancellationToken cancellationToken)
    {
        var named = Environment.GetEnvironmentVariable("MLOPS_ONNXRUNTIME");
        var folder = new DirectoryInfo(named is { Length: > 0 } ? named : projectFolder);
        for (; folder is not null; folder = folder.Parent)
        {
            var package = Path.Combine(folder.FullName, "node_modules", "onnxruntime-node", "package.json");
            if (File.Exists(package))
                return new OnnxRuntimeHome("node", folder.FullName, VersionOf(package));
        }

        return Pythons.Select(program => Python(program, cancellationToken)).FirstOrDefault(found => found is not null);
    }

    private static OnnxRuntimeHome? Python(string program, CancellationToken cancellationToken)
    {
        var run = ChildProcess.Run(
            program, ["-c", "import onnxruntime; print(onnxruntime.__version__)"], null, null, Longest, cancellationToken);
        return run.Failure is null ? new OnnxRuntimeHome(program, null, run.Output.Trim()) : null;
    }

    private static string VersionOf(string package)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(package));
        return json.RootElement.TryGetProperty("version", out var version) ? version.GetString() ?? "" : "";
    }
}
