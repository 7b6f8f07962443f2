using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Onnx;

public sealed class GraphBuilderTests
{
    [Fact]
    public void Names_are_made_unique()
    {
        var builder = new GraphBuilder("g");
        builder.FreshName("x").ShouldBe("x");
        builder.FreshName("x").ShouldBe("x_2");
        builder.AddInput("y", OnnxType.Float, null, 1);
        builder.FreshName("y").ShouldBe("y_2");
        Should.Throw<ArgumentException>(() => builder.AddInput("y", OnnxType.Float, null, 1)).Message.ShouldContain("'y'");
    }

    [Fact]
    public void A_graph_survives_the_file_unchanged()
    {
        var builder = new GraphBuilder("g");
        var x = builder.AddInput("x", OnnxType.Float, null, 2);
        var two = builder.AddConstant("two", new[] { 2f });
        builder.AddOutput("y", builder.AddNode("Mul", [x, two]), OnnxType.Float, null, 2);
        builder.AddMetadata("b", "2");
        builder.AddMetadata("a", "1");
        var bytes = OnnxModelWriter.Write(builder.Build());
        var model = OnnxModelReader.Read(bytes);
        OnnxModelWriter.Write(model).ShouldBe(bytes);
        model.Graph.Nodes.Select(node => node.Operator).ShouldBe(["Mul", "Identity"]);
        model.Metadata.ShouldBe(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
        model.Opsets.ShouldBe(new Dictionary<string, long> { [""] = 18, ["ai.onnx.ml"] = 3 });
    }
}
