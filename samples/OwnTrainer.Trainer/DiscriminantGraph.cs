using MlOps.Build.Contracts;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace OwnTrainer.Trainer;

/// <summary>The model as an ONNX graph: the softmax of linear scores.</summary>
internal static class DiscriminantGraph
{
    public static byte[] Of(Discriminant model)
    {
        var (features, classes) = (model.Weights.GetLength(0), model.Weights.GetLength(1));
        var weights = model.Weights.Cast<double>().Select(value => (float)value).ToArray();
        var biases = Array.ConvertAll(model.Biases, value => (float)value);
        return OnnxModelWriter.Write(new OnnxModel
        {
            IrVersion = 8,
            Opsets = new Dictionary<string, long> { [""] = 13 },
            Graph = new OnnxGraph
            {
                Name = "linear discriminant analysis",
                Inputs = [new OnnxValue(TrainerResult.FeaturesInput, OnnxType.Float, [null, features])],
                Outputs = [new OnnxValue(ModelSignature.ProbabilitiesOutput, OnnxType.Float, [null, classes])],
                Initializers =
                [
                    new OnnxTensor("weights", Tensor.Create(weights, features, classes)),
                    new OnnxTensor("biases", Tensor.Create(biases, classes)),
                ],
                Nodes =
                [
                    new OnnxNode { Operator = "Gemm", Inputs = [TrainerResult.FeaturesInput, "weights", "biases"], Outputs = ["scores"] },
                    new OnnxNode
                    {
                        Operator = "Softmax",
                        Inputs = ["scores"],
                        Outputs = [ModelSignature.ProbabilitiesOutput],
                        Attributes = new Dictionary<string, object> { ["axis"] = 1L },
                    },
                ],
            },
        });
    }
}
