using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Features.Transforms;

namespace MlOps.Build.Engine.Features;

/// <summary>
/// Crosses categories: each combination that training rows hold is a level. In the graph each side becomes a number and the numbers one,
/// as digits do; a value never seen makes the whole negative, which is no level.
/// </summary>
internal static class CrossLane
{
    private const long MostCombinations = 1L << 30;
    private const long Unknown = -(1L << 31);

    /// <summary>The crossed lane; null, with an error, when a side is no category.</summary>
    public static CategoryLane? Of(IReadOnlyList<Lane> sides, FitContext context)
    {
        var categories = new List<CategoryLane>();
        foreach (var side in sides)
        {
            if (CategoryOf.Lane(side, context) is not { } category)
            {
                context.Unfit(side, "text, whole numbers or booleans");
                return null;
            }

            categories.Add(category);
        }

        if (categories.Aggregate(1.0, (product, side) => product * (side.Levels.Count + 1)) > MostCombinations)
        {
            var name = string.Join(" x ", sides.Select(side => side.Name));
            context.NotLearnable($"'{name}' has more than {MostCombinations} combinations. Cross columns with fewer values.");
            return null;
        }

        return Combine(categories, context);
    }

    private static CategoryLane Combine(List<CategoryLane> sides, FitContext context)
    {
        var value = Digit(sides[0], context);
        var train = sides[0].Train.Select(level => (long)Position(level, sides[0])).ToArray();
        foreach (var side in sides.Skip(1))
        {
            var size = side.Levels.Count + 1L;
            value = context.Node("Add", context.Node("Mul", value, context.Whole(size)), Digit(side, context));
            for (var row = 0; row < train.Length; row++)
                train[row] = (train[row] * size) + Position(side.Train[row], side);
        }

        var keys = train.Distinct().ToList();
        var index = keys.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i);
        return new CategoryLane(
            string.Join(" x ", sides.Select(side => side.Name)),
            value,
            [.. train.Select(key => index[key])],
            [.. keys.Select(key => Text(key, sides))],
            CategoryKeys.Of(keys));
    }

    // A missing value is a level of its own, after the others.
    private static int Position(int level, CategoryLane side) => level < 0 ? side.Levels.Count : level;

    private static string Digit(CategoryLane side, FitContext context)
    {
        var levels = Enumerable.Range(0, side.Levels.Count).ToArray();
        return context.Graph.AddMlNode(
            "LabelEncoder",
            [side.Value],
            side.Keys.Attribute(levels, missing: true),
            ("values_int64s", levels.Append(side.Levels.Count).Select(level => (long)level).ToArray()),
            ("default_int64", Unknown));
    }

    private static string Text(long key, List<CategoryLane> sides)
    {
        var texts = new string[sides.Count];
        for (var i = sides.Count - 1; i >= 0; i--)
        {
            var size = sides[i].Levels.Count + 1L;
            var level = (int)(key % size);
            texts[i] = level == sides[i].Levels.Count ? "(missing)" : sides[i].Levels[level];
            key /= size;
        }

        return string.Join(" x ", texts);
    }

    /// <summary>The step under whose name findings about a cross are made.</summary>
    public static TransformConfig Step(FeatureConfig feature) =>
        new("cross", new Dictionary<string, IReadOnlyList<string>>(), feature.Position);
}
