using MlOps.Build.Engine.Checks.Reproducibility;

namespace MlOps.Build.Engine.Checks;

/// <summary>The entry of processes that checks start: <c>dotnet exec MlOps.Build.Engine.dll WHAT ARGUMENTS</c>.</summary>
internal static class EngineProgram
{
    public const string Latency = "latency";
    public const string Train = "train";

    private static int Main(string[] arguments) => arguments switch
    {
        [Latency, var model, var rows, var signature] => LatencyProgram.Run(model, rows, signature),
        [Train, var folder, var state, var configuration, var threads, var output] =>
            RetrainProgram.Run(folder, state, configuration, threads, output),
        _ => 2,
    };
}
