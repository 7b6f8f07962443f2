using System.ComponentModel;
using System.Diagnostics;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>The program in tests/standard, which runs models with the netstandard2.0 assembly.</summary>
internal static class StandardProcess
{
    /// <summary>Outputs bit by bit, or the message with which the runtime refused the case; in order.</summary>
    public static List<(byte[]? Outputs, string? Error)> RunAll(IReadOnlyList<OperatorCase> cases, string host, string targetFramework)
    {
        var root = Directory.CreateTempSubdirectory("mlops-standard-");
        try
        {
            var folders = cases.Select((_, i) => root.CreateSubdirectory($"{i:D5}").FullName).ToList();
            for (var i = 0; i < cases.Count; i++)
            {
                File.WriteAllBytes(Path.Combine(folders[i], "model.onnx"), OnnxModelWriter.Write(cases[i].Model));
                File.WriteAllBytes(Path.Combine(folders[i], "inputs.bin"), TensorBits.Write(cases[i].Inputs));
            }

            Start(host, Program(targetFramework), folders);
            return [.. folders.Select(Read)];
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    public static bool CanStart(string host)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(host, "--version") { RedirectStandardOutput = true });
            process!.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (byte[]? Outputs, string? Error) Read(string folder) =>
        File.Exists(Path.Combine(folder, "error.txt"))
            ? (null, File.ReadAllText(Path.Combine(folder, "error.txt")))
            : (File.ReadAllBytes(Path.Combine(folder, "outputs.bin")), null);

    private static void Start(string host, string program, List<string> folders)
    {
        foreach (var chunk in folders.Chunk(200))
        {
            var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(program);
            Array.ForEach(chunk, start.ArgumentList.Add);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            process.StandardOutput.ReadToEnd().Trim().ShouldBe(".NETStandard,Version=v2.0", errors.Result);
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, errors.Result);
        }
    }

    // Beside this test's own output: tests/MlOps.Build.Inference.Tests/bin/<configuration>/net10.0.
    private static string Program(string targetFramework)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!;
        var tests = configuration.Parent!.Parent!.Parent!.FullName;
        var extension = targetFramework == "net472" ? ".exe" : ".dll";
        return Path.Combine(tests, "standard", "bin", configuration.Name, targetFramework, "MlOps.Build.Inference.Standard" + extension);
    }
}
