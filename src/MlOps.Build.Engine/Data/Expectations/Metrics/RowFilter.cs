using MlOps.Build.Engine.Data.Expectations.Conditions;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Finds the rows that an expectation on several columns judges.</summary>
internal static class RowFilter
{
    public static void Consider(BatchView view, int[] columns, RowCondition? condition, IgnoreRule ignore, Span<ulong> considered)
    {
        view.Selected(condition).CopyTo(considered);
        for (var word = 0; word < considered.Length && ignore != IgnoreRule.Never; word++)
        {
            var (any, all) = (0UL, ulong.MaxValue);
            foreach (var column in columns)
            {
                any |= view.Column(column).Missing[word];
                all &= view.Column(column).Missing[word];
            }

            considered[word] &= ~(ignore == IgnoreRule.AnyMissing ? any : all);
        }
    }
}
