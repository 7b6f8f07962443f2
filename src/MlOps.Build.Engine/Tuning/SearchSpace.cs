using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>The dimensions of a search, each after those that its condition depends on.</summary>
internal sealed class SearchSpace
{
    private readonly Dictionary<string, SearchScale> _scales;

    public SearchSpace(IReadOnlyList<SearchDimension> dimensions)
    {
        var ordered = new List<SearchDimension>();
        while (ordered.Count < dimensions.Count)
            ordered.Add(dimensions.First(dimension => !ordered.Contains(dimension) && IsReady(dimension, ordered)));
        Dimensions = ordered;
        _scales = ordered.Where(dimension => !dimension.IsChoice)
            .ToDictionary(dimension => dimension.Name, dimension => new SearchScale(dimension), StringComparer.Ordinal);
    }

    public IReadOnlyList<SearchDimension> Dimensions { get; }

    public SearchScale ScaleOf(SearchDimension dimension) => _scales[dimension.Name];

    /// <summary>Whether a dimension is searched with these settings of those before it.</summary>
    public static bool IsActive(SearchDimension dimension, IReadOnlyDictionary<string, double> settings) =>
        dimension.When is not { } condition
        || (settings.TryGetValue(condition.Setting, out var value) && condition.Values.Contains(value));

    /// <summary>A point drawn evenly: a value of a choice, or a place on a range's scale.</summary>
    public IReadOnlyDictionary<string, double> Draw(SeededRandom random)
    {
        var settings = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var dimension in Dimensions.Where(dimension => IsActive(dimension, settings)))
            settings[dimension.Name] = Draw(dimension, random);
        return settings;
    }

    /// <summary>What a trial has before there is anything to learn from: a given point while there are some, then one drawn at random.</summary>
    public IReadOnlyDictionary<string, double> First(int number, long seed, IReadOnlyList<IReadOnlyDictionary<string, double>>? start) =>
        start is not null && number <= start.Count ? start[number - 1] : Draw(TrialRandom.Of(seed, number));

    public double Draw(SearchDimension dimension, SeededRandom random)
    {
        if (dimension.IsChoice)
            return dimension.Choices[random.Next(dimension.Choices.Count)];
        var scale = ScaleOf(dimension);
        return scale.ValueAt(scale.Low + (random.NextDouble() * scale.Width));
    }

    /// <summary>Every point of the grid, the last dimension changing fastest.</summary>
    public IEnumerable<IReadOnlyDictionary<string, double>> Grid() =>
        Grid(new Dictionary<string, double>(StringComparer.Ordinal), 0, dimension => dimension.IsChoice ? dimension.Choices : ScaleOf(dimension).Grid());

    /// <summary>Every point, when there are no more than the limit; null when there are.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>>? All(int limit)
    {
        if (Dimensions.Any(dimension => !dimension.IsChoice && (dimension.Integer
            ? dimension.Maximum - dimension.Minimum >= limit
            : dimension.Maximum > dimension.Minimum)))
        {
            return null;
        }

        var points = Grid(new Dictionary<string, double>(StringComparer.Ordinal), 0, Values).Take(limit + 1).ToList();
        return points.Count <= limit ? points : null;
    }

    private static IReadOnlyList<double> Values(SearchDimension dimension) => dimension.IsChoice
        ? dimension.Choices
        : [.. Enumerable.Range(0, (int)(dimension.Maximum - dimension.Minimum) + 1).Select(i => dimension.Minimum + i)];

    private IEnumerable<IReadOnlyDictionary<string, double>> Grid(
        Dictionary<string, double> settings, int from, Func<SearchDimension, IReadOnlyList<double>> values)
    {
        if (from == Dimensions.Count)
        {
            yield return new Dictionary<string, double>(settings, StringComparer.Ordinal);
            yield break;
        }

        var dimension = Dimensions[from];
        if (!IsActive(dimension, settings))
        {
            foreach (var point in Grid(settings, from + 1, values))
                yield return point;
            yield break;
        }

        foreach (var value in values(dimension))
        {
            settings[dimension.Name] = value;
            foreach (var point in Grid(settings, from + 1, values))
                yield return point;
            settings.Remove(dimension.Name);
        }
    }

    private static bool IsReady(SearchDimension dimension, List<SearchDimension> ordered) =>
        dimension.When is not { } condition || ordered.Exists(other => other.Name == condition.Setting);
}
