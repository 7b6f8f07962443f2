using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using MlOps.Build.Engine.Training.Commands;

namespace MlOps.Build.Engine.Checks;

/// <summary>Starts <see cref="EngineProgram"/> on the runtime that this process has.</summary>
internal static class EngineProcess
{
    /// <summary>What it printed, or in words why it did not end well.</summary>
    /// <param name="arguments">What to do, and with what.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="longest">When it is ended.</param>
    /// <param name="cancellationToken">Ends it too.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (string Output, string? Failure) Run(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, TimeSpan longest, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-process-");
        try
        {
            return ChildProcess.Run(
                ChildProcess.DotnetHost, Command(folder.FullName, arguments), null, null, longest, cancellationToken, environment);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs it in a folder of its own, and listens to each line that it prints.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ProgramEnd Listen(
        IEnumerable<string> arguments, string folder, TimeSpan longest, Action<string> heard, CancellationToken cancellationToken) => new ProgramRun
        {
            Program = ChildProcess.DotnetHost,
            Arguments = Command(folder, arguments),
            Folder = folder,
            Variables = new Dictionary<string, string>(),
            Timeout = longest,
            Heard = heard,
        }.Run(cancellationToken);

    private static string[] Command(string folder, IEnumerable<string> arguments)
    {
        var config = Path.Combine(folder, "runtime.json");
        File.WriteAllText(config, RuntimeConfiguration());
        return ["exec", "--runtimeconfig", config, Engine(), .. arguments];
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "Builds start it; there the engine is a file.")]
    private static string Engine() => typeof(EngineProgram).Assembly.Location;

    // The same runtime as the build's; a runtime configuration file names it.
    private static string RuntimeConfiguration()
    {
        var version = RuntimeInformation.FrameworkDescription.Split(' ')[^1];
        return $$"""
            { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{version}}" } } }
            """;
    }
}
