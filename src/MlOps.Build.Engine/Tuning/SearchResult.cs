using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tuning;

/// <summary>What a search found.</summary>
/// <param name="Rows">What trials were judged on.</param>
/// <param name="Trials">All trials, by number.</param>
/// <param name="Best">The winner.</param>
/// <param name="EndedByTime">Whether the time ended the search.</param>
internal sealed record SearchResult(IReadOnlyList<TrialRows> Rows, IReadOnlyList<TuningTrial> Trials, TuningTrial Best, bool EndedByTime);
