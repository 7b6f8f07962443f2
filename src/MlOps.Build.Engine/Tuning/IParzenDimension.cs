using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>One dimension of a <see cref="ParzenModel"/>: a distribution for each of its components.</summary>
internal interface IParzenDimension
{
    /// <summary>A value drawn from a component.</summary>
    double Draw(int component, SeededRandom random);

    /// <summary>A component's density or probability of a value; above 0 for the last one, the prior.</summary>
    double Weight(int component, double value);
}
