using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>The loss by step, on training and validation rows, with the step that was kept.</summary>
internal static class TrainingPlot
{
    private const int MostPoints = 200;

    public static XElement Of(TrainedModelSummary model, ReportWords words)
    {
        var steps = Thin(model.Steps);
        var frame = new PlotFrame(
            new PlotAxis(words.Say("step"), steps[0].Step, Math.Max(steps[^1].Step, steps[0].Step + 1)),
            PlotAxis.Around(words.Echo(model.Loss), steps.SelectMany(step => new[] { step.TrainLoss, step.ValidationLoss })));
        var best = model.Steps.FirstOrDefault(step => step.Step == model.BestStep, model.Steps[^1]);
        return frame.Draw(words.Say($"{words.Echo(model.Loss)} by step"), [
            Line(frame, "line s1", steps, step => step.TrainLoss),
            Line(frame, "line s2", steps, step => step.ValidationLoss),
            .. double.IsFinite(best.ValidationLoss) ? Mark(frame, best) : [],
        ]);
    }

    private static XElement[] Mark(PlotFrame frame, TrainingProgress best) =>
        [Svg.Circle("mark s2", frame.X(best.Step), frame.Y(best.ValidationLoss), 4.5)];

    private static XElement Line(PlotFrame frame, string style, List<TrainingProgress> steps, Func<TrainingProgress, double> loss) =>
        Svg.Path(style, steps.Where(step => double.IsFinite(loss(step))).Select(step => frame.At(step.Step, loss(step))));

    private static List<TrainingProgress> Thin(IReadOnlyList<TrainingProgress> steps)
    {
        if (steps.Count <= MostPoints)
            return [.. steps];
        return [.. Enumerable.Range(0, MostPoints).Select(i => steps[(int)((long)i * (steps.Count - 1) / (MostPoints - 1))])];
    }
}
