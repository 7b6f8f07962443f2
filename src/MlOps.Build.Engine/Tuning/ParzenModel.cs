using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// A density over a space: for each trial the product of one distribution a dimension around its settings, and a wide one for what no trial
/// has seen, all with the same weight. The product keeps together which values were good with each other.
/// </summary>
internal sealed class ParzenModel
{
    private readonly SearchSpace _space;
    private readonly IParzenDimension?[] _dimensions;
    private readonly int _components;

    public ParzenModel(SearchSpace space, IReadOnlyList<TuningTrial> trials)
    {
        _space = space;
        _components = trials.Count + 1;
        _dimensions =
        [
            .. space.Dimensions.Select(dimension =>
            {
                double?[] seen = [.. trials.Select(trial => trial.Settings.TryGetValue(dimension.Name, out var value) ? value : (double?)null)];
                return dimension.IsChoice ? new ParzenChoice(dimension, seen)
                    : space.ScaleOf(dimension) is { Width: > 0 } scale ? new ParzenRange(scale, seen)
                    : (IParzenDimension?)null;
            }),
        ];
    }

    /// <summary>A point drawn from the density: a component, then its dimensions in order, as far as their conditions hold.</summary>
    public IReadOnlyDictionary<string, double> Draw(SeededRandom random)
    {
        var component = random.Next(_components);
        var settings = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (i, dimension) in _space.Dimensions.Index())
        {
            if (SearchSpace.IsActive(dimension, settings))
                settings[dimension.Name] = _dimensions[i]?.Draw(component, random) ?? dimension.Minimum;
        }

        return settings;
    }

    /// <summary>The density of a point; above 0.</summary>
    public double Density(IReadOnlyDictionary<string, double> settings)
    {
        var terms = new double[_components];
        for (var component = 0; component < terms.Length; component++)
        {
            terms[component] = 1;
            foreach (var (i, dimension) in _space.Dimensions.Index())
            {
                if (_dimensions[i] is { } model && settings.TryGetValue(dimension.Name, out var value))
                    terms[component] *= model.Weight(component, value);
            }
        }

        return FixedSum.Sum(terms) / terms.Length;
    }
}
