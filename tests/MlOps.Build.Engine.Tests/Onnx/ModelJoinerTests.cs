using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Onnx;

public sealed class ModelJoinerTests
{
    [Fact]
    public void Inputs_come_from_the_first_half_and_outputs_from_the_second()
    {
        var joined = ModelJoiner.Join(Half("speed", "features"), Half("features", "prediction"));
        joined.Graph.Inputs.Select(input => input.Name).ShouldBe(["speed"]);
        joined.Graph.Outputs.Select(output => output.Name).ShouldBe(["prediction"]);
    }

    [Fact]
    public void Every_value_has_one_maker_and_every_read_value_has_one_before_it()
    {
        var graph = ModelJoiner.Join(Half("speed", "features"), Half("features", "prediction")).Graph;
        var known = graph.Inputs.Select(input => input.Name).Concat(graph.Initializers.Select(tensor => tensor.Name)).ToList();
        foreach (var node in graph.Nodes)
        {
            node.Inputs.ShouldBeSubsetOf(known);
            known.AddRange(node.Outputs);
        }

        known.ShouldBeUnique();
        graph.Nodes.Select(node => node.Name).ShouldBeUnique();
    }

    [Fact]
    public void An_inner_name_that_is_the_heads_output_steps_aside()
    {
        var builder = new GraphBuilder("first");
        var x = builder.AddInput("x", OnnxType.Float, null, 1);
        builder.AddOutput("prediction", x, OnnxType.Float, null, 1);
        builder.AddOutput("features", "prediction", OnnxType.Float, null, 1);
        var graph = ModelJoiner.Join(builder.Build(), Half("features", "prediction")).Graph;
        graph.Nodes.SelectMany(node => node.Outputs).ShouldBeUnique();
        graph.Nodes[0].Outputs.ShouldBe(["preprocessing/prediction"]);
        graph.Nodes[1].Inputs.ShouldBe(["preprocessing/prediction"]);
    }

    [Fact]
    public void Halves_that_do_not_fit_are_refused()
    {
        Should.Throw<ArgumentException>(() => ModelJoiner.Join(Half("x", "y"), Half("features", "p"))).Message.ShouldContain("no output 'features'");
        Should.Throw<ArgumentException>(() => ModelJoiner.Join(Half("x", "features"), Half("y", "p"))).Message.ShouldContain("must read 'features'");
        Should.Throw<ArgumentException>(() => ModelJoiner.Join(Half("p", "features"), Half("features", "p"))).Message.ShouldContain("'p'");
    }

    private static OnnxModel Half(string input, string output)
    {
        var builder = new GraphBuilder("half");
        var x = builder.AddInput(input, OnnxType.Float, null, 1);
        var one = builder.AddConstant("one", new[] { 1f }, 1);
        builder.AddOutput(output, builder.AddNode("Add", [x, one]), OnnxType.Float, null, 1);
        builder.AddMetadata(output, "made");
        return builder.Build();
    }
}
