namespace MlOps.Build.Parquet.Tests;

/// <summary>What another reader said of a file.</summary>
internal sealed record ExpectedFile(string Name, long Rows, IReadOnlyList<int> Groups, IReadOnlyList<ExpectedColumn> Columns);
