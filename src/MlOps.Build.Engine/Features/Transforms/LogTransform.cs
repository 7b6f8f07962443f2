using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>
/// Natural logarithm of the number plus an offset, in float64, so that the float32 that comes out is the same in other runtimes, whose
/// logarithm may differ in the last bit. Numbers below the lowest of the training rows count as that one.
/// </summary>
internal sealed class LogTransform : ITransform
{
    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (lane is not NumberLane number)
            return context.Unfit(lane, "a number");
        var offset = context.Arguments.Number("offset") ?? 1;
        var present = number.Present();
        if (present.Length == 0)
            return context.NotLearnable($"'{lane.Name}' has no value on the training rows. Leave it out.");
        var lowest = present.Min();
        if (lowest + offset <= 0)
        {
            return context.NotLearnable(FormattableString.Invariant(
                $"'{lane.Name}' is {lowest} on a training row; with the offset {offset} it has no logarithm. Use one over {0 - lowest}."));
        }

        context.Say($"log(x + {offset})");
        var limit = context.Number(lowest);
        var raised = context.Node("Where", context.Node("Less", number.Value, limit), limit, number.Value);
        return
        [
            number with
            {
                Value = context.Node("Log", context.Node("Add", raised, context.Number(offset))),
                Train = [.. number.Train.Select(value => double.IsNaN(value) ? value : DeterministicMath.Log(value + offset))],
                Whole = false,
            },
        ];
    }
}
