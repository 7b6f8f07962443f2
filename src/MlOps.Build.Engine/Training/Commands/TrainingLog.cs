using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>
/// What a training program prints. <c>step 12 loss 0.34 validation 0.36</c> is a step (the last part may be left out),
/// <c>kept step 9</c> says whose model was kept, and any other line is shown as it is.
/// </summary>
internal sealed class TrainingLog(IProgress<TrainingProgress>? progress)
{
    // What hyperparameters of trainers allow at most; a program that prints more is not read by anyone.
    private const int MostSteps = 100_000;

    private static readonly char[] Separators = [' ', '\t', ',', ':', '='];

    private readonly List<TrainingProgress> _steps = [];
    private int? _kept;

    /// <summary>The steps in order; empty when the program told of none.</summary>
    public IReadOnlyList<TrainingProgress> Steps => _steps;

    /// <summary>The step whose model was kept: the one named, or the last.</summary>
    public int Kept => _steps.Exists(step => step.Step == _kept) ? _kept!.Value : _steps[^1].Step;

    public void Read(string line)
    {
        var words = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (Step(words) is { } step && _steps.Count < MostSteps && (_steps.Count == 0 || step.Step > _steps[^1].Step))
        {
            _steps.Add(step);
            progress?.Report(step);
            return;
        }

        if (words is ["kept", "step", var number] && Whole(number) is { } kept)
            _kept = kept;
        progress?.Report(new TrainingProgress(0, double.NaN, double.NaN) { Text = line });
    }

    private static TrainingProgress? Step(string[] words) => words switch
    {
        ["step", var step, "loss", var loss] => Step(step, loss, null),
        ["step", var step, "loss", var loss, "validation", var validation] => Step(step, loss, validation),
        _ => null,
    };

    private static TrainingProgress? Step(string step, string loss, string? validation)
    {
        if (Whole(step) is not { } number || Number(loss) is not { } trained)
            return null;
        return validation is null
            ? new TrainingProgress(number, trained, double.NaN)
            : Number(validation) is { } judged ? new TrainingProgress(number, trained, judged) : null;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static double? Number(string text) => text.ToUpperInvariant() switch
    {
        "NAN" => double.NaN,
        "INF" or "INFINITY" => double.PositiveInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
    };
}
