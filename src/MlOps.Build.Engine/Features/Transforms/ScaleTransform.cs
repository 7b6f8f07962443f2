using MlOps.Build.Engine.Features.Lanes;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>(x - mean) / deviation, or (x - minimum) / (maximum - minimum), in float64. A constant is only moved to 0.</summary>
internal sealed class ScaleTransform : ITransform
{
    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (lane is not NumberLane number)
            return context.Unfit(lane, "a number");
        var present = number.Present();
        if (present.Length == 0)
            return context.NotLearnable($"'{lane.Name}' has no value on the training rows, so there is no scale. Leave it out.");
        var standard = context.Arguments.Text("method", "standard") == "standard";
        var (from, by) = standard ? Standard(present) : MinMax(present);
        if (standard)
            context.Say($"standardise by mean {from:G6}, deviation {by:G6}");
        else
            context.Say($"scale {from}..{from + by} to 0..1");
        var moved = context.Node("Sub", number.Value, context.Number(from));
        return
        [
            number with
            {
                Value = context.Node("Div", moved, context.Number(by)),
                Train = [.. number.Train.Select(value => (value - from) / by)],
                Whole = false,
                Scaled = true,
            },
        ];
    }

    private static (double From, double By) Standard(double[] present)
    {
        var mean = Statistics.Mean(present);
        var deviation = Statistics.Deviation(present, mean);
        return (mean, deviation > 0 ? deviation : 1);
    }

    private static (double From, double By) MinMax(double[] present)
    {
        var (minimum, maximum) = (present.Min(), present.Max());
        return (minimum, maximum > minimum ? maximum - minimum : 1);
    }
}
