using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Tests.Interpreter;

/// <summary>Which operators of a model the interpreter lacks.</summary>
public sealed class LackingOperatorTests
{
    [Fact]
    public void Each_operator_that_there_is_no_kernel_for_is_named_once_with_its_domain()
    {
        var model = Graphs.Model(
            [
                Graphs.Node("LSTM", ["x"], ["a"]), Graphs.Node("Relu", ["a"], ["b"]), Graphs.Node("LSTM", ["b"], ["c"]), Graphs.Node("Constant", [], ["d"]),
                Graphs.Node("SVMRegressor", ["c"], ["y"]) with { Domain = "ai.onnx.ml" }, Graphs.Node("Relu", ["y"], ["z"]) with { Domain = "com.example" },
            ],
            [Graphs.Value("x", OnnxType.Float, null, null)],
            [Graphs.Value("z", OnnxType.Float, null, null)]);
        ManagedModelSession.Lacking(model).ShouldBe(["LSTM", "ai.onnx.ml.SVMRegressor", "com.example.Relu"]);
    }
}
