using MlOps.Build.Contracts;

namespace MlOps.Build.Inference;

/// <summary>Replays golden rows.</summary>
internal static class SelfTest
{
    private const double ProbabilityTolerance = 1e-5;
    private const double NumberTolerance = 1e-4;

    public static SelfTestResult Run(ModelSignature signature, GoldenSet golden, Func<ModelInputs, float[]> predict)
    {
        var regression = signature.Task == LearningTask.Regression;
        var tolerance = regression ? NumberTolerance : ProbabilityTolerance;
        var actual = predict(Inputs(signature, golden));
        var largest = 0.0;
        string? failure = null;
        var next = 0;
        for (var row = 0; row < golden.Rows.Count; row++)
        {
            foreach (var expected in golden.Rows[row].Outputs)
            {
                var difference = Difference(expected, actual[next], regression);
                if (!(difference <= tolerance))
                    failure ??= Describe(row, expected, actual[next]);
                largest = Math.Max(largest, difference);
                next++;
            }
        }

        return new SelfTestResult { Rows = golden.Rows.Count, LargestDifference = largest, Tolerance = tolerance, Failure = failure };
    }

    private static ModelInputs Inputs(ModelSignature signature, GoldenSet golden)
    {
        var inputs = new ModelInputs(golden.Rows.Count);
        foreach (var input in signature.Inputs)
        {
            var index = IndexOf(golden.Columns, input.Name);
            inputs.Add(input.Name, RawValue.Column(input.Type, [.. golden.Rows.Select(row => row.Values[index])]));
        }

        return inputs;
    }

    private static int IndexOf(IReadOnlyList<string> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == name)
                return i;
        }

        throw new InferenceException($"golden.json has no column '{name}' that signature.json names. Take the package from its feed again.");
    }

    private static double Difference(float expected, float actual, bool relative)
    {
        var difference = Math.Abs((double)expected - actual);
        return relative ? difference / Math.Max(Math.Abs((double)expected), 1e-12) : difference;
    }

    private static string Describe(int row, float expected, float actual) =>
        FormattableString.Invariant($"golden row {row + 1} gives {actual:R}; it gave {expected:R} when it was packed");
}
