using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.Tests.Parity;

namespace MlOps.Build.Inference.Tests.Interpreter;

/// <summary>What the operator's specification says where ONNX Runtime cannot be asked.</summary>
public sealed class TopKTests
{
    [Fact]
    public void No_rows_have_no_best_values()
    {
        var outputs = Run(Tensor.Create(Array.Empty<float>(), 0, 5), 2);
        outputs["values"].Shape.ToArray().ShouldBe([0, 2]);
        outputs["places"].Shape.ToArray().ShouldBe([0, 2]);
    }

    [Fact]
    public void None_may_be_asked_for() => Run(Data.Spread(2, 5), 0)["places"].Shape.ToArray().ShouldBe([2, 0]);

    [Theory]
    [InlineData(6)]
    [InlineData(-1)]
    public void More_than_there_are_is_an_error(long count) =>
        Should.Throw<InferenceException>(() => Run(Data.Spread(2, 5), count)).Message.ShouldContain($"it looks for the best {count} of 5 values");

    [Fact]
    public void The_same_session_answers_again_in_memory_that_is_used_again()
    {
        var model = Model(3);
        var session = ManagedModelSession.Load(model);
        var x = Data.Spread(4, 6);
        var memory = session.CreateMemory();
        var inputs = Graphs.Inputs(("x", x));
        foreach (var shift in (float[])[0, 7, -3])
        {
            for (var i = 0; i < x.Length; i++)
                x.Values[i] = -x.Values[i] + shift;
            var fresh = session.Run(inputs);
            var again = memory.Run(inputs);
            ((Tensor<long>)again["places"]).Values.ShouldBe(((Tensor<long>)fresh["places"]).Values);
        }
    }

    private static IReadOnlyDictionary<string, Tensor> Run(Tensor x, long count) =>
        ManagedModelSession.Load(Model(count)).Run(Graphs.Inputs(("x", x)));

    private static OnnxModel Model(long count) => Graphs.Model(
        [Graphs.Node("TopK", ["x", "k"], ["values", "places"])],
        [Graphs.Value("x", OnnxType.Float, null, null)],
        [Graphs.Value("values", OnnxType.Float, null, null), Graphs.Value("places", OnnxType.Int64, null, null)],
        new OnnxTensor("k", Tensor.Create([count], 1)));
}
