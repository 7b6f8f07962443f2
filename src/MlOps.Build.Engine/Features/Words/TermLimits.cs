namespace MlOps.Build.Engine.Features.Words;

/// <summary>Which n-grams become terms.</summary>
/// <param name="Shortest">Fewest words.</param>
/// <param name="Longest">Most words.</param>
/// <param name="FewestRows">Training rows that at least hold it.</param>
/// <param name="LargestShare">Share of the training rows that at most hold it.</param>
/// <param name="MostTerms">How many are kept: those that occur most often, of equals the first in ordinal order.</param>
internal sealed record TermLimits(int Shortest, int Longest, int FewestRows, double LargestShare, int MostTerms);
