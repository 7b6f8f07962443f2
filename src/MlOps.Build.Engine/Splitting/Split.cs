using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Table row indices by part, ascending; rows without a label are in none.</summary>
internal sealed record Split
{
    public required int[] Train { get; init; }

    public required int[] Validation { get; init; }

    public required int[] Test { get; init; }

    public required SplitSummary Summary { get; init; }
}
