namespace MlOps.Build.Inference.Interpreter.Text;

/// <summary>Chooses a TfIdfVectorizer by what its pool holds.</summary>
internal static class TfIdfVectorizer
{
    public static Kernel Create(NodeInfo node) => node.Has("pool_strings")
        ? new TfIdfVectorizerKernel<string>(node, node.Texts("pool_strings"))
        : new TfIdfVectorizerKernel<long>(node, node.Ints("pool_int64s"));
}
