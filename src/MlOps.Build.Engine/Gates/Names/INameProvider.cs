using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>Gives names their values. A new kind of evidence is a new provider in <see cref="GateNames"/>.</summary>
internal interface INameProvider
{
    /// <summary>The names that may be used, whether or not they have a value in this build.</summary>
    IEnumerable<string> Names(GateScope scope);

    /// <summary>What a name of this provider measures.</summary>
    Dimension DimensionOf(string name) => Dimension.None;

    /// <summary>The name's value; null when the name is not of this provider.</summary>
    Quantity? Resolve(string name, GateFacts facts);
}
