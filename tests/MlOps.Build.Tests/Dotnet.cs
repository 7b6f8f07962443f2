using System.Diagnostics;
using System.Text;

namespace MlOps.Build.Tests;

/// <summary>Runs programs with an environment that no continuous integration and no test runner has touched.</summary>
internal static class Dotnet
{
    private static readonly string[] Foreign = ["CI", "GITHUB_", "GITLAB_CI", "TF_BUILD", "MSBUILD", "VSTEST", "TESTINGPLATFORM", "COVERLET", "XUNIT", "MLOPS_"];

    public static BuildRun Run(string folder, IReadOnlyDictionary<string, string> variables, params IReadOnlyList<string> arguments) =>
        RunUntil(folder, variables, arguments, null, null);

    /// <summary>Runs <c>dotnet</c>; sends a signal when a line appears, if asked to.</summary>
    public static BuildRun RunUntil(
        string folder, IReadOnlyDictionary<string, string> variables, IReadOnlyList<string> arguments, string? line, string? signal)
    {
        using var process = new Process { StartInfo = Start(folder, variables, arguments) };
        var output = new StringBuilder();
        var sent = false;
        void Read(string text)
        {
            lock (output)
            {
                output.Append(text).Append('\n');
                if (sent || line is null || !text.Contains(line, StringComparison.Ordinal))
                    return;
                sent = true;
                using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
                kill.WaitForExit();
            }
        }

        // Never disposed: a pipe that a living node holds open may still end after this method has.
        var open = new CountdownEvent(2);
        void Received(string? text)
        {
            if (text is null)
                open.Signal();
            else
                Read(text);
        }

        process.OutputDataReceived += (_, data) => Received(data.Data);
        process.ErrorDataReceived += (_, data) => Received(data.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
            process.Kill(entireProcessTree: true);
        // The last lines may still be on their way; a build node that lives on may hold the pipes open for longer.
        open.Wait(TimeSpan.FromSeconds(30));
        lock (output)
            return new BuildRun(process.ExitCode, output.ToString());
    }

    private static ProcessStartInfo Start(string folder, IReadOnlyDictionary<string, string> variables, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
            start.Environment.Remove(name);
        // Runs would be kept in the nearest repository, if there is one.
        start.Environment["MlOpsTracking"] = "false";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }

    private static bool IsForeign(string name) =>
        Array.Exists(Foreign, prefix => name.Equals(prefix, StringComparison.OrdinalIgnoreCase)
            || (prefix != "CI" && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
}
