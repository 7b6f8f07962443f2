using MlOps.Build.Engine.Checks.Reproducibility;
using MlOps.Build.Engine.Training.PlugIns;

namespace MlOps.Build.Engine.Checks;

/// <summary>The entry of processes that checks and trainings start: <c>dotnet exec MlOps.Build.Engine.dll WHAT ARGUMENTS</c>.</summary>
internal static class EngineProgram
{
    public const string Latency = "latency";
    public const string Train = "train";
    public const string Describe = "describe-trainers";
    public const string PlugIn = "train-plug-in";

    private static int Main(string[] arguments) => arguments switch
    {
        [Latency, var model, var rows, var signature] => LatencyProgram.Run(model, rows, signature),
        [Train, var folder, var state, var configuration, var threads, var output, .. var trainers] =>
            RetrainProgram.Run(folder, state, configuration, threads, output, trainers),
        [Describe, var assembly, var folder] => PlugInProgram.Describe(assembly, folder),
        [PlugIn, var assembly, var type, var folder] => PlugInProgram.Train(assembly, type, folder),
        _ => 2,
    };
}
