using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Splitting;

/// <summary>
/// Deals rows out in the order of a hash of what they hold: test first, then validation, the rest to train. Equal rows have equal hashes
/// and stay together. With a key in the contract the hash is of the key, so that new columns leave the split as it is.
/// </summary>
internal static class RandomSplit
{
    public static SplitParts Parts(SplitInput input) => Deal(input, Hashes(input, input.Config.Seed), input.Labelled, atLeastOne: false);

    /// <summary>The same within each class, so that every part has about the same share of each.</summary>
    public static SplitParts Stratified(SplitInput input)
    {
        var hashes = Hashes(input, input.Config.Seed);
        var parts = new SplitParts();
        foreach (var rows in input.Labelled.GroupBy(row => input.Label.Values[row]).OrderBy(group => group.Key))
            parts.Add(Deal(input, hashes, [.. rows], atLeastOne: true));
        return parts;
    }

    /// <summary>A hash of what each row holds, by key when the contract has one: rows with the same are never divided.</summary>
    internal static ulong[] Hashes(SplitInput input, long seed)
    {
        var columns = input.Table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal);
        return RowHash.Of(input.Key.Count > 0 ? input.Key : [.. columns], seed);
    }

    private static SplitParts Deal(SplitInput input, ulong[] hashes, int[] rows, bool atLeastOne)
    {
        var ordered = rows.ToArray();
        Array.Sort([.. rows.Select(row => (hashes[row], row))], ordered);
        var split = input.Config.Split;
        var test = Target(rows.Length, split.Test, atLeastOne);
        var validation = Target(rows.Length, split.Validation, atLeastOne);
        var parts = new SplitParts();
        for (var start = 0; start < ordered.Length;)
        {
            var end = start + 1;
            while (end < ordered.Length && hashes[ordered[end]] == hashes[ordered[start]])
                end++;
            parts.Add(Choose(parts, end - start, test, validation), ordered.AsSpan(start..end));
            start = end;
        }

        return parts;
    }

    private static SplitPart Choose(SplitParts parts, int size, int test, int validation)
    {
        if (parts.Count(SplitPart.Test) + (size / 2) < test)
            return SplitPart.Test;
        return parts.Count(SplitPart.Validation) + (size / 2) < validation ? SplitPart.Validation : SplitPart.Train;
    }

    // A class of three rows or more has one in every part.
    private static int Target(int rows, double share, bool atLeastOne) =>
        Math.Max(atLeastOne && rows >= 3 ? 1 : 0, (int)Math.Round(rows * share, MidpointRounding.AwayFromZero));
}
