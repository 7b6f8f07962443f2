using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>
/// One input a frequent level, one for all rare levels together when there are any, and one for missing values when training rows lack
/// some. A value never seen counts as rare, or as no level at all (<c>unknown: zeros</c>, and when no level is rare).
/// </summary>
internal sealed class OneHotTransform : ITransform
{
    public const int DefaultMinimumCount = 5;
    public const double DefaultMinimumShare = 0.005;
    public const int DefaultMaximumLevels = 50;

    /// <summary>The levels that get an input of their own by default, the most frequent first.</summary>
    public static int[] Frequent(CategoryLane lane) =>
        Frequent(lane, Math.Max(DefaultMinimumCount, DefaultMinimumShare * lane.Train.Length), DefaultMaximumLevels);

    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (CategoryOf.Lane(lane, context) is not { } category)
            return context.Unfit(lane, "text, whole numbers or buckets");
        var kept = Kept(category, context.Arguments);
        var rare = Enumerable.Range(0, category.Levels.Count).Except(kept).ToArray();
        if (kept.Length == 0)
        {
            return context.NotLearnable(
                category.Train.All(level => level < 0)
                    ? $"'{lane.Name}' has no value on the training rows. Leave it out."
                    : $"no value of '{lane.Name}' is frequent enough. Lower 'minimum_count' or 'minimum_share'.");
        }

        var names = kept.Select(level => $"{lane.Name}={category.Levels[level]}").ToList();
        var other = rare.Length > 0 ? names.Count : -1;
        if (other >= 0)
            names.Add($"{lane.Name}=(other)");
        var missing = category.Train.Any(level => level < 0) ? names.Count : -1;
        if (missing >= 0)
            names.Add($"{lane.Name}=(missing)");
        var rest = (other >= 0 ? $" and {rare.Length} rare as one" : "") + (missing >= 0 ? ", missing its own" : "");
        context.Say($"one-hot, {kept.Length} levels{rest}");
        return [new DoneLane(lane.Name, Emit(category, kept, rare, (other, missing, names.Count), context), names)];
    }

    private static int[] Kept(CategoryLane lane, TransformArguments arguments)
    {
        var share = arguments.Number("minimum_share") ?? (arguments.Has("minimum_count") ? 0 : DefaultMinimumShare);
        var least = Math.Max(
            arguments.Number("minimum_count") ?? (arguments.Has("minimum_share") ? 1 : DefaultMinimumCount),
            share * lane.Train.Length);
        return Frequent(lane, least, (int)(arguments.Number("maximum_levels") ?? DefaultMaximumLevels));
    }

    private static int[] Frequent(CategoryLane lane, double least, int most)
    {
        var counts = lane.Counts();
        return [.. lane.ByFrequency().Where(level => counts[level] > 0 && counts[level] >= least).Take(most)];
    }

    private static string Emit(CategoryLane lane, int[] kept, int[] rare, (int Other, int Missing, int Count) inputs, FitContext context)
    {
        var unknown = context.Arguments.Text("unknown", "other") == "other" ? inputs.Other : -1;
        var codes = kept.Select((_, i) => (long)i).Concat(rare.Select(_ => (long)inputs.Other)).ToList();
        int[] levels = [.. kept, .. rare];
        codes.Add(lane.Imputed is { } imputed ? codes[Array.IndexOf(levels, imputed)] : inputs.Missing);
        var code = context.Graph.AddMlNode(
            "LabelEncoder",
            [lane.Value],
            lane.Keys.Attribute(levels, missing: true),
            ("values_int64s", codes.ToArray()),
            ("default_int64", (long)unknown));
        long[] all = [.. Enumerable.Range(0, inputs.Count)];
        var numbers = context.Graph.AddConstant("levels", all, 1, inputs.Count);
        return context.Cast(context.Node("Equal", code, numbers), OnnxType.Float);
    }
}
