using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>Runs a head over rows, and judges what it gives: numbers, and probabilities that add up to 1.</summary>
/// <param name="head">The head as an ONNX file.</param>
/// <param name="shape">What it takes and gives.</param>
/// <param name="source">The graph, in words that begin a message.</param>
/// <param name="team">The threads.</param>
internal sealed class HeadValues(byte[] head, HeadShape shape, string source, ThreadTeam team)
{
    // Far above what float32 sums of a thousand classes lose, far below what matters.
    private const double Tolerance = 1e-4;

    private readonly HeadRun _run = new(head, team);

    /// <summary>Row-major outputs.</summary>
    /// <exception cref="TrainingFailedException">The graph cannot be run on the rows, or gives something else than it should.</exception>
    public float[] Of(FeatureMatrix rows, string part)
    {
        if (rows.Rows == 0)
            return [];
        var outputs = Outputs(rows);
        if (outputs.LongLength != (long)rows.Rows * shape.Width)
        {
            throw new TrainingFailedException(
                TrainingCodes.HeadOutput,
                $"{source} gives {outputs.LongLength / rows.Rows} values a row; expected {shape.OutputInWords}.{Classes(outputs.LongLength / rows.Rows)}");
        }

        for (var row = 0; row < rows.Rows; row++)
        {
            if (Fault(outputs.AsSpan(row * shape.Width, shape.Width)) is { } fault)
                throw new TrainingFailedException(TrainingCodes.HeadValues, $"{source}: {part} row {row + 1} gets {Listed(outputs, row)}; {fault}");
        }

        return outputs;
    }

    private float[] Outputs(FeatureMatrix rows)
    {
        try
        {
            return _run.Outputs(rows);
        }
        catch (InferenceException exception)
        {
            throw new TrainingFailedException(TrainingCodes.HeadOutput, $"{source} cannot be run on {shape.Features} features: {exception.Message}");
        }
    }

    private string Classes(long given) => shape.Task == LearningTask.Binary && given == 1
        ? " Give both classes, the negative one first: [1 - p, p]."
        : "";

    private string? Fault(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
                return "that is no number. Look for a loss that diverged, or for missing values that the model does not take.";
            if (shape.Task != LearningTask.Regression && (value < -Tolerance || value > 1 + Tolerance))
                return "a probability lies between 0 and 1. End the graph with a softmax or a sigmoid.";
            sum += value;
        }

        return shape.Task != LearningTask.Regression && Math.Abs(sum - 1) > Tolerance
            ? string.Create(CultureInfo.InvariantCulture, $"probabilities add up to 1, these to {sum:G6}. End the graph with a softmax, or divide by the sum.")
            : null;
    }

    private string Listed(float[] outputs, int row)
    {
        var values = outputs.AsSpan(row * shape.Width, Math.Min(shape.Width, 5)).ToArray();
        return string.Join(", ", values.Select(value => value.ToString("G6", CultureInfo.InvariantCulture))) + (shape.Width > 5 ? ", …" : "");
    }
}
