using MlOps.Build.Engine.Features.Lanes;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>Takes the number as it is, even when the trainer wants scaling.</summary>
internal sealed class PassTransform : ITransform
{
    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (lane is not NumberLane number)
            return context.Unfit(lane, "a number");
        context.Say($"as it is");
        return [number with { Scaled = true }];
    }
}
