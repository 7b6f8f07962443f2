using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Tests.Interpreter;

public sealed class ManagedModelSessionTests
{
    [Fact]
    public void A_file_is_loaded_and_run()
    {
        var session = ManagedModelSession.Load(OnnxModelWriter.Write(Graphs.Binary("Add")));
        session.Inputs.ShouldBe(["x", "y"]);
        session.Outputs.ShouldBe(["z"]);
        var outputs = session.Run(Graphs.Inputs(("x", Column(1, 2)), ("y", Column(10, 20))));
        var z = outputs["z"].ShouldBeOfType<Tensor<float>>();
        z.Values.ShouldBe([11, 22]);
        z.Shape.ShouldBe([2, 1]);
    }

    [Fact]
    public void An_operator_that_is_lacking_is_named_with_its_node_and_the_way_out()
    {
        var message = Should.Throw<InferenceException>(() => ManagedModelSession.Load(Graphs.Binary("Einsum"))).Message;
        message.ShouldBe(
            "Node 'n_z' (Einsum): the managed interpreter has no such operator. "
            + "Run the model with the ONNX Runtime back end, or convert it without that.");
    }

    [Fact]
    public void Inputs_that_do_not_fit_are_refused_by_name()
    {
        var session = ManagedModelSession.Load(Graphs.Binary("Add"));
        Message(session, ("x", Column(1))).ShouldBe("Input 'y' is missing; the model reads 'x', 'y'.");
        Message(session, ("x", Column(1)), ("y", Tensor.Create([1.0], 1, 1))).ShouldBe("Input 'y' is a tensor of Double; the model wants Float.");
        Message(session, ("x", Column(1)), ("y", Tensor.Create([1f], 1))).ShouldBe("Input 'y' has the shape [1]; the model wants [N, 1].");
        Message(session, ("x", Column(1, 2)), ("y", Column(1))).ShouldBe("Input 'y' has 1 rows and 'x' has 2; give each the same number.");
    }

    [Fact]
    public void Nodes_out_of_order_are_put_in_order()
    {
        var x = Graphs.Value("x", OnnxType.Float, [null]);
        var model = Graphs.Model(
            [Graphs.Node("Neg", ["a"], ["b"]), Graphs.Node("Abs", ["x"], ["a"])], [x], [Graphs.Value("b", OnnxType.Float, [null])]);
        ((Tensor<float>)ManagedModelSession.Load(model).Run(Graphs.Inputs(("x", Tensor.Create([-2f], 1))))["b"]).Values.ShouldBe([-2]);
    }

    [Fact]
    public void Graphs_that_cannot_be_ordered_are_refused()
    {
        OnnxValue[] x = [Graphs.Value("x", OnnxType.Float, [null])];
        OnnxValue[] b = [Graphs.Value("b", OnnxType.Float, [null])];
        Load(Graphs.Model([Graphs.Node("Neg", ["a"], ["b"]), Graphs.Node("Neg", ["b"], ["a"])], x, b)).ShouldContain("cycle");
        Load(Graphs.Model([Graphs.Node("Neg", ["nothing"], ["b"])], x, b)).ShouldContain("read 'nothing'");
        Load(Graphs.Model([Graphs.Node("Neg", ["x"], ["b"]), Graphs.Node("Abs", ["x"], ["b"])], x, b)).ShouldContain("'b' twice");
        Load(Graphs.Model([Graphs.Node("Neg", ["x"], ["c"])], x, b)).ShouldContain("read 'b'");
        Load(Graphs.Binary("Add") with { Opsets = new Dictionary<string, long> { [""] = 9 } }).ShouldContain("operator set 9");
    }

    [Fact]
    public void Integer_division_by_zero_is_an_error_of_the_node()
    {
        var model = Graphs.Model(
            [Graphs.Node("Div", ["x", "x"], ["z"])], [Graphs.Value("x", OnnxType.Int64, [null])], [Graphs.Value("z", OnnxType.Int64, [null])]);
        Message(ManagedModelSession.Load(model), ("x", Tensor.Create([0L], 1))).ShouldStartWith("Node 'n_z' (Div)");
    }

    [Fact]
    public void Many_threads_on_one_session_get_what_one_thread_gets()
    {
        var session = ManagedModelSession.Load(Graphs.Binary("Div"));
        Parallel.For(0, 200, i =>
        {
            var outputs = session.Run(Graphs.Inputs(("x", Column(i, i + 1)), ("y", Column(3, 7))));
            ((Tensor<float>)outputs["z"]).Values.ShouldBe([i / 3f, (i + 1) / 7f]);
        });
    }

    private static string Load(OnnxModel model) => Should.Throw<InferenceException>(() => ManagedModelSession.Load(model)).Message;

    private static string Message(ManagedModelSession session, params (string Name, Tensor Value)[] inputs) =>
        Should.Throw<InferenceException>(() => session.Run(Graphs.Inputs(inputs))).Message;

    private static Tensor<float> Column(params float[] values) => Tensor.Create(values, values.Length, 1);
}
