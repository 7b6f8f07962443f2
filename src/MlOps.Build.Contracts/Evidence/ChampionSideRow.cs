namespace MlOps.Build.Contracts;

/// <summary>A test row whose error grew.</summary>
/// <param name="File">The data file.</param>
/// <param name="Line">1-based line of the row in it.</param>
/// <param name="Error">This model's absolute error.</param>
/// <param name="ChampionError">The champion's absolute error.</param>
public sealed record ChampionSideRow(string File, int Line, double Error, double ChampionError);
