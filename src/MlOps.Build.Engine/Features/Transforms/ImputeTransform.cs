using System.Globalization;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>Puts a value where one is missing, and on request says where one was.</summary>
internal sealed class ImputeTransform : ITransform
{
    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context) => lane switch
    {
        NumberLane number => Number(number, context),
        CategoryLane category => Category(category, context),
        _ => context.Unfit(lane, "a number or a category"),
    };

    private static IReadOnlyList<Lane>? Number(NumberLane lane, FitContext context)
    {
        var method = context.Arguments.Text("method", "median");
        var present = lane.Present();
        if (present.Length == 0 && method != "constant")
            return context.NotLearnable($"'{lane.Name}' has no value on the training rows, and so no {method}. Use 'method: constant'.");
        if (Learn(method, present, context) is not { } value)
            return context.NotLearnable($"'impute.value' of '{lane.Name}' is '{context.Arguments.Text("value", "")}'; expected a number.");
        context.Say($"impute {method} {value}");
        var missing = context.IsMissing(lane.Value);
        var filled = lane with
        {
            Value = context.Node("Where", missing, context.Number(value), lane.Value),
            Train = [.. lane.Train.Select(train => double.IsNaN(train) ? value : train)],
            Whole = lane.Whole && value == Math.Floor(value),
            Filled = true,
        };
        if (!WantsIndicator(context))
            return [filled];
        return [filled, Indicator(lane, context.Cast(missing, Inference.Onnx.OnnxType.Float), context)];
    }

    private static double? Learn(string method, double[] present, FitContext context) => method switch
    {
        "mean" => Statistics.Mean(present),
        "most_frequent" => Statistics.MostFrequent(present),
        "constant" => Constant(context.Arguments.Text("value", "")),
        _ => Quantile.At(Statistics.Sorted(present), 0.5),
    };

    private static double? Constant(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static IReadOnlyList<Lane>? Category(CategoryLane lane, FitContext context)
    {
        var method = context.Arguments.Text("method", "most_frequent");
        if (method is "median" or "mean")
            return context.Unfit(lane, $"a number for its {method}");
        var level = method == "constant"
            ? context.Arguments.Text("value", "")
            : lane.ByFrequency().Select(frequent => lane.Levels[frequent]).FirstOrDefault();
        if (level is null)
            return context.NotLearnable($"'{lane.Name}' has no value on the training rows. Use 'method: constant', or leave it out.");
        var index = IndexOf(lane.Levels, level);
        if (index < 0 && lane.Keys.Texts is null)
            return context.NotLearnable($"no training row has the value '{level}' in '{lane.Name}'. Impute one that occurs.");
        context.Say($"impute {method} '{level}'");
        var filled = Fill(lane, level, index);
        var indicator = WantsIndicator(context) ? Indicator(lane, MissingFlag(lane, context), context) : null;
        return indicator is null ? [filled] : [filled, indicator];
    }

    private static CategoryLane Fill(CategoryLane lane, string level, int index)
    {
        var known = index >= 0
            ? lane
            : lane with { Levels = [.. lane.Levels, level], Keys = CategoryKeys.Of([.. lane.Keys.Texts!, level]) };
        var filled = index >= 0 ? index : lane.Levels.Count;
        return known with { Imputed = filled, Train = [.. lane.Train.Select(train => train < 0 ? filled : train)] };
    }

    private static int IndexOf(IReadOnlyList<string> levels, string level)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i] == level)
                return i;
        }

        return -1;
    }

    private static string MissingFlag(CategoryLane lane, FitContext context) => context.Graph.AddMlNode(
        "LabelEncoder", [lane.Value], lane.Keys.Attribute([], missing: true), ("values_floats", new[] { 1f }), ("default_float", 0f));

    private static bool WantsIndicator(FitContext context) => context.Arguments.Text("indicator", "false") == "true";

    private static DoneLane Indicator(Lane lane, string value, FitContext context)
    {
        context.Say($"indicate missing");
        return new DoneLane(lane.Name, value, [$"{lane.Name} missing"]);
    }
}
