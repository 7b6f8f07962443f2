using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Tests;

/// <summary>A model of somebody else with an operator that the interpreter lacks.</summary>
public sealed class OnnxRuntimeBuildTests : IDisposable
{
    private readonly ModelFolder _model = new();

    public OnnxRuntimeBuildTests()
    {
        _model.Write("Model/training-config.yaml", """
            task: binary
            label: { name: good, column: good, positive: ["yes"] }
            features: [width, height]
            trainer: onnx
            onnx: { model: made.onnx }
            evaluation: { resamples: 100 }
            """);
        File.WriteAllBytes(_model.At("Model/made.onnx"), OnnxModelWriter.Write(Made()));
    }

    public void Dispose() => _model.Dispose();

    [Fact]
    public void It_is_refused_with_the_way_out()
    {
        var build = _model.Build();

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldContain("error MLOPS3035: 'made.onnx' uses 'Einsum', which the managed interpreter lacks");
        build.Output.ShouldContain("set the variable MLOPS_ONNXRUNTIME_LIBRARY");
    }

    [Fact]
    public void With_the_library_it_is_judged_packed_and_reported_and_then_up_to_date()
    {
        _model.Variables["MLOPS_ONNXRUNTIME_LIBRARY"] = OnnxRuntimeLibraryFile.Path;

        _model.Build().ShouldSucceed().Ran.ShouldBe(["data", "profile", "split", "features", "train", "evaluate", "gate", "package", "report"]);

        _model.Build().ShouldSucceed().Ran.ShouldBeEmpty();
        File.ReadAllText(_model.At("Model/obj/mlops/package/golden.json")).ShouldContain("\"width\"");
        // The label grows with both numbers, and so does the made score.
        File.ReadAllText(_model.At("Model/bin/Debug/mlops/report.md")).ShouldContain("ROC AUC");
    }

    // Two scores, 0 and (width + height - 100) / 20, by Einsum, and their softmax.
    private static OnnxModel Made() => new()
    {
        Opsets = new Dictionary<string, long> { [""] = 18 },
        Graph = new OnnxGraph
        {
            Name = "made",
            Nodes =
            [
                Node("Einsum", ["x", "weights"], "sums", ("equation", "ij,jk->ik")),
                Node("Add", ["sums", "bias"], "scores"),
                Node("Softmax", ["scores"], "probabilities", ("axis", 1L)),
            ],
            Inputs = [new OnnxValue("x", OnnxType.Float, [null, 2])],
            Outputs = [new OnnxValue("probabilities", OnnxType.Float, [null, 2])],
            Initializers =
            [
                new OnnxTensor("weights", Tensor.Create([0f, 0.05f, 0f, 0.05f], 2, 2)),
                new OnnxTensor("bias", Tensor.Create([0f, -5f], 2)),
            ],
        },
    };

    private static OnnxNode Node(string name, string[] inputs, string output, params (string Name, object Value)[] attributes) => new()
    {
        Operator = name,
        Name = name,
        Inputs = inputs,
        Outputs = [output],
        Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
    };
}
