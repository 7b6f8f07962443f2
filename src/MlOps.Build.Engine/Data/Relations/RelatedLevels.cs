namespace MlOps.Build.Engine.Data.Relations;

/// <summary>A category.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Codes">Each row's level, -1 where missing.</param>
/// <param name="Levels">How many there are.</param>
internal sealed record RelatedLevels(string Name, int[] Codes, int Levels) : RelatedColumn(Name);
