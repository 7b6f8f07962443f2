using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>A value and how often it occurs.</summary>
/// <param name="Key">Of a value that is not text.</param>
/// <param name="Text">Of a text; null for other values.</param>
/// <param name="Count">At least 1.</param>
internal readonly record struct TallyEntry(long Key, string? Text, long Count)
{
    /// <summary>By value; texts by code points.</summary>
    public static int Compare(TallyEntry left, TallyEntry right) =>
        left.Text is null ? left.Key.CompareTo(right.Key) : CodePoints.Compare(left.Text, right.Text!);
}
