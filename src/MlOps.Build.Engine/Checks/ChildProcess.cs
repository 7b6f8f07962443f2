using System.ComponentModel;
using System.Diagnostics;

namespace MlOps.Build.Engine.Checks;

/// <summary>A program that is started, fed and waited for.</summary>
internal static class ChildProcess
{
    /// <summary>The <c>dotnet</c> that runs this build; the SDK names it.</summary>
    public static string DotnetHost => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    /// <summary>What it printed, or in words why it did not end well.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the program was ended.</exception>
    public static (string Output, string? Failure) Run(
        string program,
        IEnumerable<string> arguments,
        string? folder,
        string? input,
        TimeSpan longest,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        // What instruments the build must not instrument what is measured.
        start.Environment.Remove("DOTNET_STARTUP_HOOKS");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            return Wait(process, input, longest, cancellationToken);
        }
        catch (Win32Exception)
        {
            return ("", $"'{Path.GetFileName(program)}' could not be started");
        }
    }

    private static (string Output, string? Failure) Wait(Process process, string? input, TimeSpan longest, CancellationToken cancellationToken)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(longest);
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExitAsync(timeout.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return ("", $"'{Path.GetFileName(process.StartInfo.FileName)}' did not end within {longest.TotalSeconds} seconds");
        }
        catch (IOException)
        {
            // It ended before it read its input; the exit code says why.
            process.WaitForExit();
        }

        return process.ExitCode == 0 ? (output.Result, null) : ("", Ended(process, errors.Result));
    }

    private static string Ended(Process process, string errors)
    {
        var last = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        return $"'{Path.GetFileName(process.StartInfo.FileName)}' ended with {process.ExitCode}{(last.Length > 0 ? ": " + last : "")}";
    }
}
