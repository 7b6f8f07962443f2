using MlOps.Build.Contracts;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>Finds the output of a graph that is the model's.</summary>
internal sealed class HeadOutput(HeadShape shape, string source)
{
    /// <summary>The output of the given name, or that of the usual name, or else the only one of fitting type and shape.</summary>
    /// <exception cref="TrainingFailedException">There is none, or more than one.</exception>
    public OnnxValue Of(OnnxGraph graph, string? name)
    {
        var named = graph.Outputs.FirstOrDefault(output => output.Name == (name ?? shape.Output));
        if (named is not null)
            return Fits(named) ? named : throw Bad($"gives '{named.Name}', {ValueWords.Of(named)}");
        if (name is not null)
            throw Bad($"has no output '{name}': it gives {All(graph)}");
        return graph.Outputs.Where(Fits).ToList() switch
        {
            [var only] => only,
            [] => throw Bad($"gives {All(graph)}"),
            _ => throw Bad($"gives {All(graph)}, and more than one could be meant"),
        };
    }

    private bool Fits(OnnxValue output) => output.Type == OnnxType.Float && output.Shape switch
    {
        [] => true,
        [_, var width] => width is null or <= 0 || width == shape.Width,
        [_] => shape.Width == 1,
        _ => false,
    };

    private TrainingFailedException Bad(string what) => new(TrainingCodes.HeadOutput, $"{source} {what}; expected {shape.OutputInWords}.");

    private static string All(OnnxGraph graph) => graph.Outputs.Count == 0
        ? "nothing"
        : string.Join(", ", graph.Outputs.Take(10).Select(output => $"'{output.Name}' ({ValueWords.Of(output)})"));
}
