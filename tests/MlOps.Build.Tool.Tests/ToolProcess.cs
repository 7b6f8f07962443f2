using System.Diagnostics;

namespace MlOps.Build.Tool.Tests;

/// <summary>The tool, or a script around it, as a process of its own.</summary>
internal static class ToolProcess
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "mlops.dll");

    /// <summary>Whether this system lets a test mount a small file system in a namespace of its own.</summary>
    public static bool CanMount => RunAsync(Path.GetTempPath(), "unshare", ["-rm", "true"]).Result.Code == 0;

    public static Task<(int Code, string Output)> RunAsync(string folder, params string[] arguments) => RunAsync(folder, "dotnet", [Tool, .. arguments]);

    public static Task<(int Code, string Output)> RunAsync(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        RunAsync(folder, "dotnet", [Tool, .. arguments], variables);

    /// <summary>Runs a script of bash that may mount; <c>$0</c> is the tool.</summary>
    public static (int Code, string Output) Unshared(string folder, string script) => RunAsync(folder, "unshare", ["-rm", "/bin/bash", "-c", script, Tool]).Result;

    private static async Task<(int Code, string Output)> RunAsync(
        string folder, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            var (error, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await error + await output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }
}
