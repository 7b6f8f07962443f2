using MlOps.Build.Contracts;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Combining;

/// <summary>A model that another project or package has made, as a member of an ensemble.</summary>
/// <param name="Parts">What was packed with it.</param>
/// <param name="Graph">From raw columns to its output.</param>
/// <param name="Signature">What it takes and gives.</param>
/// <param name="Sha256">The hash of its file.</param>
internal sealed record MemberModel(IPackageParts Parts, OnnxModel Graph, ModelSignature Signature, string Sha256);
