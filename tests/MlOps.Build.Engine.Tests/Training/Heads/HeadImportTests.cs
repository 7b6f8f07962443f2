using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Heads;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Training.Heads;

/// <summary>Which graphs of others become a model's head, and what is said of the others.</summary>
public sealed class HeadImportTests
{
    private static readonly HeadShape TwoClasses = new(LearningTask.Binary, ["a", "b"], 2);
    private static readonly HeadShape Number = new(LearningTask.Regression, ["a", "b"], 1);

    [Theory]
    [InlineData("X", "probs")]
    [InlineData("features", "probabilities")]
    [InlineData("probabilities", "features")]
    [InlineData("features", "y")]
    public void Names_of_input_and_output_do_not_matter(string input, string output)
    {
        var head = Import(MadeElsewhere.Classifier(input, output));
        var model = OnnxModelReader.Read(head);
        model.Graph.Inputs.ShouldHaveSingleItem().Name.ShouldBe(TrainerResult.FeaturesInput);
        model.Graph.Outputs.ShouldHaveSingleItem().Name.ShouldBe(ModelSignature.ProbabilitiesOutput);
        model.Graph.Nodes.ShouldNotContain(node => node.Operator == "ArgMax");
        var outputs = Outputs(head, [10, 20, 60, 70]);
        outputs[1].ShouldBe((float)MadeElsewhere.Positive(10, 20), 1e-6f);
        outputs[3].ShouldBe((float)MadeElsewhere.Positive(60, 70), 1e-6f);
    }

    [Fact]
    public void A_ZipMap_is_taken_off()
    {
        var model = MadeElsewhere.Classifier(output: "tensor");
        var zip = new OnnxNode
        {
            Domain = "ai.onnx.ml",
            Operator = "ZipMap",
            Inputs = ["tensor"],
            Outputs = ["output_probability"],
            Attributes = new Dictionary<string, object> { ["classlabels_int64s"] = new[] { 0L, 1 } },
        };
        var zipped = model with
        {
            Graph = model.Graph with
            {
                Nodes = [.. model.Graph.Nodes, zip],
                Outputs = [new("label", OnnxType.Int64, [null]), new("output_probability", OnnxType.Undefined, [])],
            },
        };
        Outputs(Import(zipped), [10, 20]).ShouldBe(Outputs(Import(model), [10, 20]));
    }

    [Fact]
    public void Older_operator_sets_are_read_where_no_operator_has_another_form()
    {
        var node = new OnnxNode
        {
            Domain = "ai.onnx.ml",
            Operator = "LinearRegressor",
            Inputs = ["x"],
            Outputs = ["y"],
            Attributes = new Dictionary<string, object> { ["coefficients"] = new[] { 2f, 3 }, ["intercepts"] = new[] { 1f } },
        };
        var model = MadeElsewhere.OneNode(node, [null, 2], OnnxType.Float, null, 1) with
        {
            IrVersion = 3,
            Opsets = new Dictionary<string, long> { [""] = 9, ["ai.onnx.ml"] = 1 },
        };
        Outputs(new HeadImport(Number, "it").Read(OnnxModelWriter.Write(model), HeadWishes.None), [1, 10, 0, 0]).ShouldBe([33, 1]);
        var softmax = MadeElsewhere.Classifier() with { Opsets = new Dictionary<string, long> { [""] = 11 } };
        Fault(TwoClasses, softmax).ShouldBe(
            (TrainingCodes.HeadOperators,
                "it cannot be run: The model uses operator set 11 of 'ai.onnx'; the managed interpreter knows 13..25. Convert the model, or run it with "
                + "the ONNX Runtime back end."));
    }

    [Fact]
    public void A_prediction_may_be_a_vector()
    {
        var sum = new OnnxNode { Operator = "ReduceMax", Inputs = ["x"], Outputs = ["y"], Attributes = Attributes(("axes", new[] { 1L }), ("keepdims", 0L)) };
        var head = new HeadImport(Number, "it").Read(OnnxModelWriter.Write(MadeElsewhere.OneNode(sum, [null, 2], OnnxType.Float, [null])), HeadWishes.None);
        Outputs(head, [1, 2, 4, 3]).ShouldBe([2, 4]);
    }

    [Fact]
    public void Each_input_reads_the_feature_of_its_name_or_those_that_were_named()
    {
        // y = 2 b + a, of whole numbers and of a vector.
        var builder = new GraphBuilder("columns");
        var first = builder.AddNode("Cast", [builder.AddInput("b", OnnxType.Int64, null, 1)], ("to", (long)OnnxType.Float));
        var second = builder.AddNode("Unsqueeze", [builder.AddInput("a", OnnxType.Float, [null]), builder.AddConstant("axis", [1L], 1)]);
        var twice = builder.AddNode("Mul", [first, builder.AddConstant("two", [2f], 1)]);
        builder.AddOutput("y", builder.AddNode("Add", [twice, second]), OnnxType.Float, null, 1);
        var file = OnnxModelWriter.Write(builder.Build());
        Outputs(new HeadImport(Number, "it").Read(file, HeadWishes.None), [1, 10, 2, 20]).ShouldBe([21, 42]);
        var swapped = new HeadWishes { Inputs = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["b"], ["b"] = ["a"] } };
        Outputs(new HeadImport(Number, "it").Read(file, swapped), [1, 10, 2, 20]).ShouldBe([12, 24]);
        Should.Throw<TrainingFailedException>(() => new HeadImport(Number with { Names = ["a", "c"] }, "it").Read(file, HeadWishes.None)).Message.ShouldBe(
            "it has 2 inputs: 'b', 'a'; 'b' is no feature; expected one float tensor [N, 2], the features in the order of the matrix.");
    }

    [Fact]
    public void What_does_not_fit_is_named_with_what_is_expected()
    {
        const string Input = "; expected one float tensor [N, 2], the features in the order of the matrix.";
        const string Output = "; expected 'probabilities', a float tensor [N, 2] with a probability for each class.";
        var relu = new OnnxNode { Operator = "Relu", Inputs = ["x"], Outputs = ["y"] };
        OnnxModel Relu(long?[] input, OnnxType type, params long?[] output) => MadeElsewhere.OneNode(relu, input, type, output);

        Fault(TwoClasses, Relu([null, 3], OnnxType.Float, null, 2)).ShouldBe((TrainingCodes.HeadInput, "it reads 3 features, and the matrix has 2" + Input));
        Fault(TwoClasses, Relu([1, 2], OnnxType.Float, null, 2)).ShouldBe(
            (TrainingCodes.HeadInput, "it reads exactly 1 row at a time" + Input + " Export it with a free first dimension."));
        Fault(TwoClasses, Relu([null, 2], OnnxType.Double, null, 2)).ShouldBe(
            (TrainingCodes.HeadOutput, "it gives 'y' (a double tensor [N, 2])" + Output));
        Fault(TwoClasses, Relu([null, 2], OnnxType.Float, null, 3)).ShouldBe(
            (TrainingCodes.HeadOutput, "it gives 'y' (a float tensor [N, 3])" + Output));
        var both = MadeElsewhere.Classifier();
        both = both with { Graph = both.Graph with { Outputs = [.. both.Graph.Outputs, new("Softmax:0", OnnxType.Float, [null, 2])] } };
        Fault(TwoClasses, both).Message.ShouldBe(
            "it gives 'label' (an int64 tensor [N]), 'probs' (a float tensor [N, 2]), 'Softmax:0' (a float tensor [N, 2]), and more than one could be meant" + Output);
        Fault(TwoClasses, Encoding.UTF8.GetBytes("not a model")).Code.ShouldBe(TrainingCodes.HeadUnreadable);
        Fault(TwoClasses, []).ShouldBe(
            (TrainingCodes.HeadUnreadable, "it is no ONNX file that can be read: The file holds no ONNX graph. Give an ONNX model file."));
    }

    [Fact]
    public void Operators_that_the_interpreter_lacks_are_named_and_those_of_unused_outputs_are_not()
    {
        var model = MadeElsewhere.Classifier();
        var gru = new OnnxNode { Operator = "GRU", Inputs = ["X"], Outputs = ["h"] };
        OnnxModel With(params OnnxNode[] nodes) => model with { Graph = model.Graph with { Nodes = [.. nodes, .. model.Graph.Nodes] } };
        Import(With(gru)).ShouldNotBeEmpty();
        var reads = model.Graph.Nodes.Select(node => node.Operator == "Gemm" ? node with { Inputs = ["h", .. node.Inputs.Skip(1)] } : node);
        var needed = model with { Graph = model.Graph with { Nodes = [gru, .. reads] } };
        Fault(TwoClasses, needed).ShouldBe(
            (TrainingCodes.HeadOperators,
                "it uses 'GRU', which the managed interpreter lacks, and which judges the model. Export it without: as linear algebra, as an ensemble of "
                + "trees, or through the library's own plainer export; or set the variable MLOPS_ONNXRUNTIME_LIBRARY to the path of ONNX Runtime's library, and give "
                + "the model's users MlOps.Build.Inference.OnnxRuntime."));
    }

    [Theory]
    [InlineData("Identity", "it: training row 2 gets 0.5, 0.75; probabilities add up to 1, these to 1.25. End the graph with a softmax, or divide by the sum.")]
    [InlineData("Neg", "it: training row 1 gets -0.25, -0.75; a probability lies between 0 and 1. End the graph with a softmax or a sigmoid.")]
    [InlineData("Log", "it: training row 3 gets -Infinity, 0; that is no number. Look for a loss that diverged, or for missing values that the model does not take.")]
    public void Values_that_are_no_probabilities_are_named_with_their_row(string name, string message)
    {
        var node = new OnnxNode { Operator = name == "Log" ? "Log" : name, Inputs = ["x"], Outputs = ["y"] };
        var head = Import(MadeElsewhere.OneNode(node, [null, 2], OnnxType.Float, null, 2));
        float[] rows = name == "Log" ? [1, 1, 1, 1, 0, 1] : [0.25f, 0.75f, 0.5f, 0.75f];
        var shape = name == "Log" ? TwoClasses with { Task = LearningTask.Regression } : TwoClasses;
        var exception = Should.Throw<TrainingFailedException>(() => Values(head, shape).Of(Matrix(rows), "training"));
        (exception.Code, exception.Message).ShouldBe((TrainingCodes.HeadValues, message));
    }

    [Fact]
    public void A_graph_that_hides_its_width_is_found_out_by_running_it()
    {
        var node = new OnnxNode { Operator = "ReduceMax", Inputs = ["x"], Outputs = ["y"], Attributes = Attributes(("axes", new[] { 1L }), ("keepdims", 1L)) };
        var model = MadeElsewhere.OneNode(node, [], OnnxType.Float, null, null);
        var head = new HeadImport(TwoClasses, "it").Read(OnnxModelWriter.Write(model), HeadWishes.None);
        var exception = Should.Throw<TrainingFailedException>(() => Values(head, TwoClasses).Of(Matrix([1, 2, 3, 4, 5, 6]), "training"));
        exception.Code.ShouldBe(TrainingCodes.HeadOutput);
    }

    private static Dictionary<string, object> Attributes(params (string Name, object Value)[] attributes) =>
        attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value);

    private static byte[] Import(OnnxModel model) => new HeadImport(TwoClasses, "it").Read(OnnxModelWriter.Write(model), HeadWishes.None);

    private static (string Code, string Message) Fault(HeadShape shape, OnnxModel model) => Fault(shape, OnnxModelWriter.Write(model));

    private static (string Code, string Message) Fault(HeadShape shape, byte[] file)
    {
        var exception = Should.Throw<TrainingFailedException>(() => new HeadImport(shape, "it").Read(file, HeadWishes.None));
        return (exception.Code, exception.Message);
    }

    private static HeadValues Values(byte[] head, HeadShape shape) => new(head, shape, "it", new ThreadTeam(1, TestContext.Current.CancellationToken));

    private static FeatureMatrix Matrix(float[] values) => new(values.Length / 2, ["a", "b"], values);

    private static float[] Outputs(byte[] head, float[] values) =>
        new HeadRun(head, new ThreadTeam(1, TestContext.Current.CancellationToken)).Outputs(Matrix(values));
}
