namespace MlOps.Build.Inference;

/// <summary>Names of the parts of a model package, in the package's folder <c>mlops/</c> and as resources of its assembly.</summary>
public static class PackageParts
{
    /// <summary>What the package holds, with hashes.</summary>
    public const string Manifest = "mlops/manifest.json";

    /// <summary>The model.</summary>
    public const string Model = "mlops/model.onnx";

    /// <summary>What the model takes and gives.</summary>
    public const string Signature = "mlops/signature.json";

    /// <summary>Rows with predictions for the self-test.</summary>
    public const string Golden = "mlops/golden.json";
}
