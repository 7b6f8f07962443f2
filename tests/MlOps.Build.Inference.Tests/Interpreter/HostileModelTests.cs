using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.Tests.Parity;

namespace MlOps.Build.Inference.Tests.Interpreter;

public sealed class HostileModelTests
{
    public static TheoryData<string> Cases => ["ml/TreeEnsembleRegressor: all modes", "ml/LinearClassifier: two scores", "ml/LabelEncoder: int64 to strings", "Gather: columns", "Slice: number 6", "Concat: strings"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_damaged_model_is_refused_or_runs_and_nothing_else(string name)
    {
        var entry = Find(name);
        var file = OnnxModelWriter.Write(entry.Model);
        var random = new Random(7);
        for (var i = 0; i < 1500; i++)
        {
            var damaged = (byte[])file.Clone();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            LoadAndRun(damaged, entry.Inputs);
        }
    }

    [Fact]
    public void A_tree_that_goes_in_circles_is_refused()
    {
        var loop = Tree(nodes: 3, yes: [1, 0, 0], no: [2, 0, 0], modes: ["BRANCH_LEQ", "BRANCH_LEQ", "LEAF"]);
        Message(loop).ShouldContain("circles");
        var beside = Tree(nodes: 4, yes: [3, 2, 1, 0], no: [3, 2, 1, 0], modes: ["BRANCH_LEQ", "BRANCH_LEQ", "BRANCH_LEQ", "LEAF"]);
        Message(beside).ShouldContain("circles");
        var shared = Tree(nodes: 5, yes: [1, 3, 3, 0, 0], no: [2, 4, 4, 0, 0], modes: ["BRANCH_LEQ", "BRANCH_LEQ", "BRANCH_LEQ", "LEAF", "LEAF"]);
        Message(shared).ShouldContain("two parents");
        var lost = Tree(nodes: 2, yes: [1, 0], no: [9, 0], modes: ["BRANCH_LEQ", "LEAF"]);
        Message(lost).ShouldContain("no node 9");
    }

    [Fact]
    public void A_tree_of_a_hundred_thousand_levels_is_no_problem_for_the_stack()
    {
        const int Levels = 100_000;
        var yes = new long[(2 * Levels) + 1];
        var no = new long[yes.Length];
        var modes = new string[yes.Length];
        Array.Fill(modes, "LEAF");
        for (var i = 0; i < Levels; i++)
            (yes[2 * i], no[2 * i], modes[2 * i]) = ((2 * i) + 1, (2 * i) + 2, "BRANCH_LEQ");
        var session = ManagedModelSession.Load(Tree(yes.Length, yes, no, modes));
        var z = session.Run(Graphs.Inputs(("a", Data.F([1, 1], 1))))["z"];
        ((Tensor<float>)z).Values.ShouldBe([2 * Levels]);
    }

    // Weight of each node is its number; every split sends 1 to "no".
    private static OnnxModel Tree(int nodes, long[] yes, long[] no, string[] modes)
    {
        var ids = Enumerable.Range(0, nodes).Select(i => (long)i).ToArray();
        return OperatorCase.Of(
            "tree", "ml/TreeEnsembleRegressor", [Data.F([1, 1], 1)], [("z", OnnxType.Float, 2)],
            ("nodes_treeids", new long[nodes]), ("nodes_nodeids", ids), ("nodes_featureids", new long[nodes]), ("nodes_values", new float[nodes]),
            ("nodes_modes", modes), ("nodes_truenodeids", yes), ("nodes_falsenodeids", no), ("target_treeids", new long[nodes]),
            ("target_nodeids", ids), ("target_ids", new long[nodes]), ("target_weights", Array.ConvertAll(ids, id => (float)id)), ("n_targets", 1L)).Model;
    }

    private static string Message(OnnxModel model) => Should.Throw<InferenceException>(() => ManagedModelSession.Load(model)).Message;

    private static OperatorCase Find(string name) =>
        MovementCases.All().Concat(LearningCases.All()).Concat(TreeCases.All()).First(entry => entry.Name == name);

    private static void LoadAndRun(byte[] file, IReadOnlyDictionary<string, Tensor> inputs)
    {
        try
        {
            ManagedModelSession.Load(file).Run(inputs);
        }
        catch (InferenceException e)
        {
            e.Message.ShouldNotContain("\n");
        }
    }
}
