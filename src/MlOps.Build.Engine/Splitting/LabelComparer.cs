using MlOps.Build.Contracts;
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
        double first = train.Sum(), second = other.Sum();
        var (statistic, degrees) = (0.0, -1);
        for (var k = 0; k < train.Length; k++)
        {
            double both = train[k] + other[k];
            if (both == 0)
                continue;
            degrees++;
            var (a, b) = (both * first / (first + second), both * second / (first + second));
            statistic += ((train[k] - a) * (train[k] - a) / a) + ((other[k] - b) * (other[k] - b) / b);
        }

        return degrees < 1 ? null : new LabelComparison
        {
            Part = part,
            Test = LabelComparison.ChiSquare,
            Statistic = statistic,
            Effect = Math.Sqrt(statistic / (first + second)),
            PValue = SpecialFunctions.GammaUpper(degrees / 2.0, statistic / 2),
        };
    }

    private static LabelComparison Numbers(SplitPart part, float[] train, float[] other)
    {
        var distance = Distance(train, other);
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

    private static double Distance(float[] left, float[] right)
    {
        float[] a = [.. left.Order()], b = [.. right.Order()];
        var (i, j, largest) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            var value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == value)
                i++;
            while (j < b.Length && b[j] == value)
                j++;
            largest = Math.Max(largest, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return largest;
    }
}
