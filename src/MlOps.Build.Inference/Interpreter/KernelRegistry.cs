using MlOps.Build.Inference.Interpreter.Algebra;
using MlOps.Build.Inference.Interpreter.Elementwise;
using MlOps.Build.Inference.Interpreter.Learning;
using MlOps.Build.Inference.Interpreter.Movement;
using MlOps.Build.Inference.Interpreter.Text;
using MlOps.Build.Inference.Interpreter.Trees;

namespace MlOps.Build.Inference.Interpreter;

/// <summary>The operators that the interpreter has.</summary>
internal static class KernelRegistry
{
    private static readonly Dictionary<string, Func<NodeInfo, Kernel>> Kernels = new(StringComparer.Ordinal)
    {
        ["Abs"] = _ => new SignKernel<Signs.Abs>(),
        ["Add"] = _ => new ArithmeticKernel<Arithmetic.Add>(),
        ["And"] = _ => new LogicKernel<Logic.And>(),
        ["ArgMax"] = node => new ArgExtremeKernel(node, largest: true),
        ["ArgMin"] = node => new ArgExtremeKernel(node, largest: false),
        ["Cast"] = node => new CastKernel(node),
        ["Ceil"] = _ => new FunctionKernel<Functions.Ceil>(),
        ["Clip"] = _ => new ClipKernel(),
        ["Concat"] = node => new ConcatKernel(node),
        ["ConstantOfShape"] = node => new ConstantOfShapeKernel(node),
        ["Div"] = _ => new ArithmeticKernel<Arithmetic.Divide>(),
        ["Equal"] = _ => new ComparisonKernel<Comparison.Equal>(),
        ["Exp"] = _ => new FunctionKernel<Functions.Exp>(),
        ["Expand"] = _ => new ExpandKernel(),
        ["Flatten"] = node => new FlattenKernel(node),
        ["Floor"] = _ => new FunctionKernel<Functions.Floor>(),
        ["Gather"] = node => new GatherKernel(node),
        ["GatherElements"] = node => new GatherElementsKernel(node),
        ["Gemm"] = node => new GemmKernel(node),
        ["Greater"] = _ => new ComparisonKernel<Comparison.Greater>(),
        ["GreaterOrEqual"] = _ => new ComparisonKernel<Comparison.GreaterOrEqual>(),
        ["Identity"] = _ => new IdentityKernel(),
        ["IsInf"] = PredicateKernel.IsInf,
        ["IsNaN"] = _ => PredicateKernel.IsNaN,
        ["Less"] = _ => new ComparisonKernel<Comparison.Less>(),
        ["LessOrEqual"] = _ => new ComparisonKernel<Comparison.LessOrEqual>(),
        ["Log"] = _ => new FunctionKernel<Functions.Log>(),
        ["MatMul"] = _ => new MatMulKernel(),
        ["Max"] = _ => new ArithmeticKernel<Arithmetic.Larger>(),
        ["Min"] = _ => new ArithmeticKernel<Arithmetic.Smaller>(),
        ["Mod"] = node => node.Int("fmod", 0) != 0
            ? new ArithmeticKernel<Arithmetic.TruncatedModulo>()
            : new ArithmeticKernel<Arithmetic.FloorModulo>(),
        ["Mul"] = _ => new ArithmeticKernel<Arithmetic.Multiply>(),
        ["Neg"] = _ => new SignKernel<Signs.Negate>(),
        ["Not"] = _ => PredicateKernel.Not,
        ["OneHot"] = node => new OneHotKernel(node),
        ["Or"] = _ => new LogicKernel<Logic.Or>(),
        ["Reciprocal"] = _ => new FunctionKernel<Functions.Reciprocal>(),
        ["ReduceMax"] = node => new ReduceKernel<Reductions.Max>(node),
        ["ReduceMean"] = node => new ReduceKernel<Reductions.Mean>(node),
        ["ReduceMin"] = node => new ReduceKernel<Reductions.Min>(node),
        ["ReduceSum"] = node => new ReduceKernel<Reductions.Sum>(node),
        ["Relu"] = _ => new SignKernel<Signs.Relu>(),
        ["Reshape"] = node => new ReshapeKernel(node),
        ["Round"] = _ => new FunctionKernel<Functions.Round>(),
        ["Shape"] = node => new ShapeKernel(node),
        ["Sigmoid"] = _ => new FunctionKernel<Functions.Sigmoid>(),
        ["Sign"] = _ => new SignKernel<Signs.Sign>(),
        ["Slice"] = _ => new SliceKernel(),
        ["Softmax"] = node => new SoftmaxKernel(node),
        ["Sqrt"] = _ => new FunctionKernel<Functions.Sqrt>(),
        ["Squeeze"] = _ => new SqueezeKernel(),
        ["StringConcat"] = _ => new StringConcatKernel(),
        ["StringNormalizer"] = node => new StringNormalizerKernel(node),
        ["StringSplit"] = node => new StringSplitKernel(node),
        ["Sub"] = _ => new ArithmeticKernel<Arithmetic.Subtract>(),
        ["TfIdfVectorizer"] = TfIdfVectorizer.Create,
        ["Tile"] = _ => new TileKernel(),
        ["TopK"] = node => new TopKKernel(node),
        ["Transpose"] = node => new TransposeKernel(node),
        ["Unsqueeze"] = _ => new UnsqueezeKernel(),
        ["Where"] = _ => new WhereKernel(),
        ["Xor"] = _ => new LogicKernel<Logic.Xor>(),
    };

    private static readonly Dictionary<string, Func<NodeInfo, Kernel>> Learning = new(StringComparer.Ordinal)
    {
        ["ArrayFeatureExtractor"] = _ => new ArrayFeatureExtractorKernel(),
        ["FeatureVectorizer"] = node => new FeatureVectorizerKernel(node),
        ["Imputer"] = node => new ImputerKernel(node),
        ["LabelEncoder"] = LabelEncoder.Create,
        ["LinearClassifier"] = node => new LinearClassifierKernel(node),
        ["LinearRegressor"] = node => new LinearRegressorKernel(node),
        ["Normalizer"] = node => new NormalizerKernel(node),
        ["OneHotEncoder"] = node => new OneHotEncoderKernel(node),
        ["Scaler"] = node => new ScalerKernel(node),
        ["TreeEnsembleClassifier"] = node => new TreeClassifierKernel(node),
        ["TreeEnsembleRegressor"] = node => new TreeRegressorKernel(node),
    };

    /// <summary>True when there is a kernel, or the planner needs none.</summary>
    public static bool Has(string domain, string name) =>
        (domain.Length == 0 && name == "Constant") || Of(domain)?.ContainsKey(name) == true;

    public static Kernel Create(NodeInfo node)
    {
        if (Of(node.Domain) is not { } kernels || !kernels.TryGetValue(node.Operator, out var create))
            throw node.Fail($"the managed interpreter has no such operator. {NodeInfo.WayOut}");
        return create(node);
    }

    private static Dictionary<string, Func<NodeInfo, Kernel>>? Of(string domain) =>
        domain switch { "" => Kernels, "ai.onnx.ml" => Learning, _ => null };
}
