namespace MlOps.Build.Engine.Evaluation.Slices;

/// <summary>The test rows of one group.</summary>
internal sealed record SliceGroup(string Column, string Value, int[] Rows);
