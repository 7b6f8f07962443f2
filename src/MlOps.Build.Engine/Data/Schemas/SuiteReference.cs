using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>A suite that the contract names.</summary>
/// <param name="File">As written: a path from the contract's folder.</param>
/// <param name="Position">Where it is named.</param>
internal sealed record SuiteReference(string File, SourcePosition Position);
