using MlOps.Build.Engine.Features.Lanes;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>Learns one transformation from the training values of a lane and adds it to the graph.</summary>
internal interface ITransform
{
    /// <summary>The lanes that come out; null, with an error, when it does not fit the lane or cannot be learned.</summary>
    IReadOnlyList<Lane>? Apply(Lane lane, FitContext context);
}
