using MlOps.Build.Contracts;

namespace MlOps.Build.Inference;

/// <summary>Replays golden rows.</summary>
internal static class SelfTest
{
    private const double ProbabilityTolerance = 1e-5;
    private const double NumberTolerance = 1e-4;
    private static readonly string[] Numbers = ["value", "lower", "upper"];

    public static SelfTestResult Run(ModelSignature signature, GoldenSet golden, Func<ModelInputs, float[]> predict)
    {
        var regression = signature.Task == LearningTask.Regression;
        var tolerance = regression ? NumberTolerance : ProbabilityTolerance;
        var actual = predict(Inputs(signature, golden));
        var differences = new List<SelfTestDifference>();
        var largest = 0.0;
        string? failure = null;
        var next = 0;
        for (var row = 0; row < golden.Rows.Count; row++)
        {
            SelfTestDifference? worst = null;
            for (var output = 0; output < golden.Rows[row].Outputs.Count; output++, next++)
            {
                var expected = golden.Rows[row].Outputs[output];
                var difference = Difference(expected, actual[next], regression);
                largest = Math.Max(largest, difference);
                if (difference <= tolerance)
                    continue;
                failure ??= Describe(row, expected, actual[next]);
                // What is no number is worse than any.
                if (worst is null || !(difference <= worst.Difference))
                    worst = Describe(golden, row, Name(signature, output), (expected, actual[next], difference));
            }

            if (worst is not null)
                differences.Add(worst);
        }

        return new SelfTestResult
        {
            Rows = golden.Rows.Count,
            LargestDifference = largest,
            Tolerance = tolerance,
            Failure = failure,
            Differences = differences,
        };
    }

    private static string Name(ModelSignature signature, int output) =>
        signature.Task == LearningTask.Regression ? Numbers[output] : signature.Classes[output];

    private static SelfTestDifference Describe(GoldenSet golden, int row, string output, (float Expected, float Actual, double Difference) values) => new()
    {
        Row = row + 1,
        Inputs = [.. golden.Columns.Select((column, index) => new KeyValuePair<string, string?>(column, golden.Rows[row].Values[index]))],
        Output = output,
        Expected = values.Expected,
        Actual = values.Actual,
        Difference = values.Difference,
    };

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
