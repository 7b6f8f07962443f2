using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.Tests.Parity;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Inference.Tests.Interpreter;

/// <summary>Runs that use their memory again: the bits of runs on their own, and no allocation.</summary>
public sealed class SessionMemoryTests
{
    private static readonly Lazy<Dictionary<string, OperatorCase>> Cases = new(() =>
        new[] { ElementwiseCases.All(), MovementCases.All(), TextCases.All(), LearningCases.All(), TreeCases.All() }.SelectMany(all => all)
            .Concat(Enumerable.Range(0, 60).Select(seed => new RandomGraph(seed)).Select((graph, i) => new OperatorCase($"graph {i}", graph.Model, graph.Inputs)))
            .ToDictionary(entry => entry.Name));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Memory_that_is_used_again_gives_the_same_bits(string name)
    {
        var entry = Cases.Value[name];
        var session = ManagedModelSession.Load(entry.Model);
        if (Attempt(() => session.Run(entry.Inputs)) is not { } expected)
            return;
        var memory = session.CreateMemory();
        var inputs = entry.Inputs.ToDictionary(input => input.Key, input => input.Value);
        for (var round = 0; round < 3; round++)
            TensorBits.Write(memory.Run(inputs)).ShouldBe(expected, $"round {round}");

        // Other values in the same tensors, then the first ones again.
        var kept = inputs.ToDictionary(input => input.Key, input => Copies.Of(input.Value));
        foreach (var input in inputs.Values)
            Copies.Reverse(input);
        Attempt(() => memory.Run(inputs)).ShouldBe(Attempt(() => session.Run(inputs)), "reversed");
        foreach (var (input, tensor) in kept)
            Copies.Into(tensor, inputs[input]);
        TensorBits.Write(memory.Run(inputs)).ShouldBe(expected, "as before");

        // The same values in other tensors.
        TensorBits.Write(memory.Run(kept)).ShouldBe(expected, "other tensors");
        TensorBits.Write(memory.Run(kept)).ShouldBe(expected, "other tensors again");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Later_runs_allocate_nothing(string name)
    {
        var entry = Cases.Value[name];
        var memory = ManagedModelSession.Load(entry.Model).CreateMemory();
        if (MakesText(entry) || ReadsLists(entry) || Attempt(() => memory.Run(entry.Inputs)) is null)
            return;
        // The runtime allocates on any thread once in a while, as when it makes room for more types that were cast to.
        var least = long.MaxValue;
        for (var round = 0; round < 4; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            memory.Run(entry.Inputs);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.ShouldBe(0);
    }

    [Fact]
    public void Shapes_that_follow_from_values_are_run_without_a_plan()
    {
        // z = a reshaped to b, then b again of other values.
        var model = Graphs.Model(
            [Graphs.Node("Reshape", ["a", "b"], ["y"]), Graphs.Node("Add", ["y", "y"], ["z"])],
            [Graphs.Value("a", OnnxType.Float, 6), Graphs.Value("b", OnnxType.Int64, 2)],
            [Graphs.Value("z", OnnxType.Float, new long?[2])]);
        var shape = Tensor.Create([2L, 3L], 2);
        var inputs = Graphs.Inputs(("a", Tensor.Create([1f, 2, 3, 4, 5, 6], 6)), ("b", shape));
        var memory = ManagedModelSession.Load(model).CreateMemory();
        memory.Run(inputs)["z"].Shape.ShouldBe([2, 3]);
        (shape.Values[0], shape.Values[1]) = (3, 2);
        memory.Run(inputs)["z"].Shape.ShouldBe([3, 2]);
        ((Tensor<float>)memory.Run(inputs)["z"]).Values.ShouldBe([2, 4, 6, 8, 10, 12]);
    }

    [Fact]
    public void A_run_that_fails_spoils_no_later_one()
    {
        var model = Graphs.Model(
            [Graphs.Node("Add", ["a", "a"], ["x"]), Graphs.Node("Gather", ["x", "b"], ["y"]), Graphs.Node("Add", ["y", "y"], ["z"])],
            [Graphs.Value("a", OnnxType.Float, 3), Graphs.Value("b", OnnxType.Int64, 1)],
            [Graphs.Value("z", OnnxType.Float, new long?[1])]);
        var index = Tensor.Create([9L], 1);
        var inputs = Graphs.Inputs(("a", Tensor.Create([1f, 2, 3], 3)), ("b", index));
        var memory = ManagedModelSession.Load(model).CreateMemory();
        Should.Throw<InferenceException>(() => memory.Run(inputs));
        index.Values[0] = 2;
        ((Tensor<float>)memory.Run(inputs)["z"]).Values.ShouldBe([12]);
        index.Values[0] = 9;
        Should.Throw<InferenceException>(() => memory.Run(inputs));
        index.Values[0] = 0;
        ((Tensor<float>)memory.Run(inputs)["z"]).Values.ShouldBe([4]);
    }

    private static byte[]? Attempt(Func<IReadOnlyDictionary<string, Tensor>> run)
    {
        try
        {
            return TensorBits.Write(run());
        }
        catch (InferenceException)
        {
            return null;
        }
    }

    // A text that nobody had before has to be made.
    private static bool MakesText(OperatorCase entry) => entry.Model.Graph.Nodes.Any(node => node.Operator is "StringConcat" or "StringNormalizer" or "StringSplit"
        || (node.Operator == "Cast" && (node.Attributes["to"] is (long)OnnxType.String || entry.Inputs.Values.Any(input => input is Tensor<string>))));

    // What the cases feed as an input is a list that may change; in models it is a constant.
    private static bool ReadsLists(OperatorCase entry) => entry.Model.Graph.Nodes.Any(node => node.Operator == "ConstantOfShape"
        || (entry.Inputs.Count > 1 && (node.Operator is "Reshape" or "Slice" or "Squeeze" or "Unsqueeze" or "Tile" or "Expand" or "OneHot" or "TopK"
            || node.Operator.StartsWith("Reduce", StringComparison.Ordinal))));
}
