using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.Tests.Interpreter;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Made-up graphs of many nodes, compared with ONNX Runtime value by value.</summary>
public sealed class RandomGraphTests
{
    [Fact]
    public void Random_graphs_give_what_ONNX_Runtime_gives()
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var graphs = Enumerable.Range(0, 60).Select(seed => new RandomGraph(seed)).ToList();
        var results = OnnxRuntimeProcess.RunAll([.. graphs.Select(graph => (OnnxModelWriter.Write(graph.Model), graph.Inputs))]);
        for (var i = 0; i < graphs.Count; i++)
        {
            results[i].Error.ShouldBeNull($"seed {i}");
            Agreement.ShouldAgree(ManagedModelSession.Load(graphs[i].Model).Run(graphs[i].Inputs), results[i].Outputs!, $"seed {i}");
        }
    }

    [Fact]
    public void Many_threads_on_one_session_get_the_same_bits()
    {
        var graph = new RandomGraph(3);
        var session = ManagedModelSession.Load(graph.Model);
        var expected = TensorJson.Write(session.Run(graph.Inputs)).ToJsonString();
        Parallel.For(0, 64, _ => TensorJson.Write(session.Run(graph.Inputs)).ToJsonString().ShouldBe(expected));
    }

    [Fact]
    public void A_row_gives_the_same_bits_alone_and_among_others()
    {
        var trees = TreeCases.All().First(entry => entry.Name.EndsWith("all modes", StringComparison.Ordinal));
        var session = ManagedModelSession.Load(trees.Model);
        var x = (Tensor<float>)trees.Inputs["a"];
        var all = (Tensor<float>)session.Run(trees.Inputs)["z"];
        for (var i = 0; i < all.Length; i++)
        {
            var row = Tensor.Create(x.Values[(i * 4)..((i + 1) * 4)], 1, 4);
            ((Tensor<float>)session.Run(Graphs.Inputs(("a", row)))["z"]).Values[0].ShouldBe(all.Values[i]);
        }
    }
}
