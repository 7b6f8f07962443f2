using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>
/// Makes a graph that somebody else wrote the head of a model: one input <c>features</c>, one output, and nothing that the interpreter lacks.
/// </summary>
/// <param name="shape">What it has to take and give.</param>
/// <param name="source">The graph, in words that begin a message.</param>
internal sealed class HeadImport(HeadShape shape, string source)
{
    /// <summary>The head as an ONNX file. Metadata are left out: they may hold times and places, which a model's bits do not know.</summary>
    /// <exception cref="TrainingFailedException">The graph is not what is needed; the message says why.</exception>
    public byte[] Read(byte[] file, HeadWishes wishes)
    {
        var model = Parsed(file);
        var graph = ZipMaps.Remove(model.Graph);
        var output = new HeadOutput(shape, source).Of(graph, wishes.Output);
        var own = LiveGraph.Of(graph, output);
        var feeds = new HeadInputs(shape, source).Of(own, wishes);
        CheckOperators(model with { Graph = own });
        return Loadable(new OnnxModel
        {
            IrVersion = Math.Max(model.IrVersion, 8),
            Opsets = OlderOpsets.Raise(model.Opsets, own),
            ProducerName = model.ProducerName,
            Graph = HeadFrame.Of(own, feeds, shape),
        });
    }

    private OnnxModel Parsed(byte[] file)
    {
        try
        {
            return OnnxModelReader.Read(file);
        }
        catch (InferenceException exception)
        {
            throw new TrainingFailedException(TrainingCodes.HeadUnreadable, $"{source} is no ONNX file that can be read: {exception.Message}");
        }
    }

    private void CheckOperators(OnnxModel model)
    {
        if (GraphSession.Library is null && ManagedModelSession.Lacking(model) is { Count: > 0 } lacking)
        {
            throw new TrainingFailedException(
                TrainingCodes.HeadOperators,
                $"{source} uses {string.Join(", ", lacking.Select(name => $"'{name}'"))}, which the managed interpreter lacks, and which judges the model. "
                + "Export it without: as linear algebra, as an ensemble of trees, or through the library's own plainer export; or set the variable "
                + $"{GraphSession.Variable} to the path of ONNX Runtime's library, and give the model's users MlOps.Build.Inference.OnnxRuntime.");
        }
    }

    private byte[] Loadable(OnnxModel head)
    {
        try
        {
            var file = OnnxModelWriter.Write(head);
            var session = GraphSession.Open(file);
            (session as IDisposable)?.Dispose();
            return file;
        }
        catch (Exception exception) when (exception is InferenceException or ArgumentException)
        {
            throw new TrainingFailedException(TrainingCodes.HeadOperators, $"{source} cannot be run: {exception.Message}");
        }
    }
}
