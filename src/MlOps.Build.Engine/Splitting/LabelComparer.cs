using MlOps.Build.Contracts;
using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Compares the label's distribution in validation and test with that in train.</summary>
internal static class LabelComparer
{
    /// <summary>One entry for each part that can be compared.</summary>
    public static IReadOnlyList<LabelComparison> Compare(Label label, SplitParts parts)
    {
        var train = Values(label, parts, SplitPart.Train);
        return
        [
            .. new[] { SplitPart.Validation, SplitPart.Test }
                .Select(part => Compare(part, train, Values(label, parts, part), label.Classes.Count))
                .OfType<LabelComparison>(),
        ];
    }

    private static float[] Values(Label label, SplitParts parts, SplitPart part) =>
        Array.ConvertAll(parts.Rows(part), row => label.Values[row]);

    private static LabelComparison? Compare(SplitPart part, float[] train, float[] other, int classes)
    {
        if (train.Length == 0 || other.Length == 0)
            return null;
        return classes > 0 ? Classes(part, Counts(train, classes), Counts(other, classes)) : Numbers(part, train, other);
    }

    private static long[] Counts(float[] labels, int classes)
    {
        var counts = new long[classes];
        foreach (var label in labels)
            counts[(int)label]++;
        return counts;
    }

    private static LabelComparison? Classes(SplitPart part, long[] train, long[] other)
    {
        return ChiSquare.Homogeneity(train, other) is not { } test ? null : new LabelComparison
        {
            Part = part,
            Test = LabelComparison.ChiSquare,
            Statistic = test.Statistic,
            Effect = Math.Sqrt(test.Statistic / (train.Sum() + other.Sum())),
            PValue = test.PValue,
        };
    }

    private static LabelComparison Numbers(SplitPart part, float[] train, float[] other)
    {
        var distance = KolmogorovSmirnov.Distance(Sorted(train), Sorted(other));
        var effective = (double)train.Length * other.Length / (train.Length + other.Length);
        return new LabelComparison
        {
            Part = part,
            Test = LabelComparison.KolmogorovSmirnov,
            Statistic = distance,
            Effect = distance,
            PValue = Kolmogorov.Upper(Math.Sqrt(effective) * distance),
        };
    }

    private static double[] Sorted(float[] labels) => [.. labels.Select(label => (double)label).Order()];
}
