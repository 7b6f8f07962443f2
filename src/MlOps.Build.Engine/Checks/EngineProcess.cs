using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

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
            var config = Path.Combine(folder.FullName, "runtime.json");
            File.WriteAllText(config, RuntimeConfiguration());
            return ChildProcess.Run(
                ChildProcess.DotnetHost, ["exec", "--runtimeconfig", config, Engine(), .. arguments], null, null, longest, cancellationToken, environment);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
