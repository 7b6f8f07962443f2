using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Batches;

/// <summary>A column of batches.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Type">Of the contract, or inferred.</param>
internal sealed record BatchColumn(string Name, ColumnType Type);
