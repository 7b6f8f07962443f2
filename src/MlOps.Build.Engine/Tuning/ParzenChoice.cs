using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// A choice: each component has the value of its trial and a part of one, divided by the number of components, of every value, so that all
/// stay possible. The prior, and a trial that did not search it, have all values alike.
/// </summary>
/// <param name="dimension">The values.</param>
/// <param name="seen">Each trial's value; null when it did not search the dimension.</param>
internal sealed class ParzenChoice(SearchDimension dimension, double?[] seen) : IParzenDimension
{
    private readonly IReadOnlyList<double> _values = dimension.Choices;
    private readonly double _part = 1.0 / (seen.Length + 1);

    public double Draw(int component, SeededRandom random)
    {
        var even = _values[random.Next(_values.Count)];
        return Seen(component) is { } own && random.NextDouble() * (1 + (_part * _values.Count)) < 1 ? own : even;
    }

    public double Weight(int component, double value) => Seen(component) is { } own
        ? ((own == value ? 1 : 0) + _part) / (1 + (_part * _values.Count))
        : 1.0 / _values.Count;

    private double? Seen(int component) => component < seen.Length ? seen[component] : null;
}
