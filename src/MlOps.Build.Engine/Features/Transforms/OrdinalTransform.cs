using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>
/// One whole number a level: by frequency (0 is the most frequent; a value never seen comes after the last), by value, or by a given
/// order (a value never seen is then missing, having no place in the order).
/// </summary>
internal sealed class OrdinalTransform : ITransform
{
    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (CategoryOf.Lane(lane, context) is not { } category)
            return context.Unfit(lane, "text, whole numbers or buckets");
        if (category.Levels.Count == 0)
            return context.NotLearnable($"'{lane.Name}' has no value on the training rows. Leave it out.");
        var order = context.Arguments.Texts("order");
        return order switch
        {
            [] or ["frequency"] => Encode(category, category.ByFrequency(), category.Levels.Count, "by frequency", context),
            ["value"] => Encode(category, ByValue(category), double.NaN, "by value", context),
            _ => Given(category, order, context),
        };
    }

    private static int[] ByValue(CategoryLane lane) => lane.Keys.Numbers is { } numbers
        ? [.. Enumerable.Range(0, lane.Levels.Count).OrderBy(level => numbers[level])]
        : [.. Enumerable.Range(0, lane.Levels.Count).OrderBy(level => lane.Levels[level], StringComparer.Ordinal)];

    private static IReadOnlyList<Lane>? Given(CategoryLane lane, IReadOnlyList<string> order, FitContext context)
    {
        var counts = lane.Counts();
        var unnamed = Array.FindIndex([.. lane.Levels], level => !order.Contains(level));
        if (unnamed >= 0)
        {
            return context.NotLearnable(
                $"'ordinal.order' of '{lane.Name}' does not name '{lane.Levels[unnamed]}', "
                + $"which {counts[unnamed]} training rows hold. Add it.");
        }

        var extended = Extend(lane, order);
        if (extended is null)
            return context.NotLearnable($"'ordinal.order' of '{lane.Name}' names a number that no training row holds. Remove it.");
        var levels = extended.Levels.ToList();
        return Encode(extended, [.. order.Select(level => levels.IndexOf(level))], double.NaN, "by the given order", context);
    }

    // A value of the order that no training row holds still has its place.
    private static CategoryLane? Extend(CategoryLane lane, IReadOnlyList<string> order)
    {
        var added = order.Except(lane.Levels).ToList();
        if (added.Count == 0)
            return lane;
        return lane.Keys.Texts is { } texts
            ? lane with { Levels = [.. lane.Levels, .. added], Keys = CategoryKeys.Of([.. texts, .. added]) }
            : null;
    }

    private static IReadOnlyList<Lane> Encode(CategoryLane lane, int[] order, double unknown, string how, FitContext context)
    {
        context.Say($"ordinal codes {how}, {order.Length} levels");
        var code = new double[lane.Levels.Count];
        for (var i = 0; i < order.Length; i++)
            code[order[i]] = i;
        var missing = lane.Imputed is { } imputed ? code[imputed] : double.NaN;
        float[] values = [.. order.Select((_, i) => (float)i), (float)missing];
        var encoded = context.Graph.AddMlNode(
            "LabelEncoder",
            [lane.Value],
            lane.Keys.Attribute(order, missing: true),
            ("values_floats", values),
            ("default_float", (float)unknown));
        var train = lane.Train.Select(level => level < 0 ? missing : code[level]).ToArray();
        return [new NumberLane(lane.Name, context.Cast(encoded, OnnxType.Double), train, Whole: true)];
    }
}
