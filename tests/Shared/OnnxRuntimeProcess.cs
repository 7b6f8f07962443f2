using System.Diagnostics;
using System.Text.Json.Nodes;
using MlOps.Build.Inference;

namespace MlOps.Build.Tests.Shared;

/// <summary>
/// ONNX Runtime in node, to compare with: tests/onnxruntime after <c>npm ci --ignore-scripts</c> there, or the folder that
/// MLOPS_ONNXRUNTIME names, which holds node_modules and a copy of run.mjs.
/// </summary>
internal static class OnnxRuntimeProcess
{
    private static readonly string? Script = Find();

    /// <summary>Skips the test where ONNX Runtime is not installed.</summary>
    public static void SkipIfAbsent() =>
        Assert.SkipWhen(Script is null, "ONNX Runtime is absent: run 'npm ci --ignore-scripts' in tests/onnxruntime, or set MLOPS_ONNXRUNTIME.");

    /// <summary>Runs one model. Throws with ONNX Runtime's message when it refuses.</summary>
    public static Dictionary<string, Tensor> Run(byte[] model, IReadOnlyDictionary<string, Tensor> inputs)
    {
        var (outputs, error) = RunAll([(model, inputs)])[0];
        return outputs ?? throw new InvalidOperationException(error);
    }

    /// <summary>Runs many models in one process; each gives outputs or the message with which it was refused.</summary>
    public static List<(Dictionary<string, Tensor>? Outputs, string? Error)> RunAll(
        IReadOnlyList<(byte[] Model, IReadOnlyDictionary<string, Tensor> Inputs)> cases)
    {
        var root = Directory.CreateTempSubdirectory("mlops-ort-");
        try
        {
            var folders = cases.Select((_, i) => root.CreateSubdirectory($"{i:D5}").FullName).ToList();
            for (var i = 0; i < cases.Count; i++)
            {
                File.WriteAllBytes(Path.Combine(folders[i], "model.onnx"), cases[i].Model);
                File.WriteAllText(Path.Combine(folders[i], "inputs.json"), TensorJson.Write(cases[i].Inputs).ToJsonString());
            }

            foreach (var chunk in folders.Chunk(200))
                Start(chunk);
            return [.. folders.Select(ReadOutputs)];
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static (Dictionary<string, Tensor>? Outputs, string? Error) ReadOutputs(string folder)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "outputs.json")))!.AsObject();
        return json.TryGetPropertyValue("error", out var error) && error is JsonValue ? (null, error.ToString()) : (TensorJson.Read(json), null);
    }

    private static void Start(string[] folders)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Script ?? throw new InvalidOperationException("Call SkipIfAbsent first."));
        Array.ForEach(folders, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"node ended with {process.ExitCode}: {errors}");
    }

    // The script stands beside node_modules, because that is where node looks for packages.
    private static string? Find()
    {
        if (!CanStartNode())
            return null;
        var folder = Environment.GetEnvironmentVariable("MLOPS_ONNXRUNTIME") ?? Repository("tests", "onnxruntime");
        return folder is not null && Directory.Exists(Path.Combine(folder, "node_modules", "onnxruntime-node"))
            ? ScriptIn(folder)
            : null;
    }

    private static string? ScriptIn(string folder) =>
        File.Exists(Path.Combine(folder, "run.mjs")) ? Path.Combine(folder, "run.mjs") : null;

    private static string? Repository(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MlOps.Build.sln")))
                return Path.Combine([folder.FullName, .. parts]);
        }

        return null;
    }

    private static bool CanStartNode()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
