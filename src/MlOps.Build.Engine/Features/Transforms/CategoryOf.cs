using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>Takes whole numbers as categories.</summary>
internal static class CategoryOf
{
    /// <summary>The lane as a category; null when it cannot be one.</summary>
    public static CategoryLane? Lane(Lane lane, FitContext context) => lane switch
    {
        CategoryLane category => category,
        NumberLane { Whole: true } number => FromNumber(number, context),
        _ => null,
    };

    // A cast of NaN to an integer is undefined, so that missing numbers become the marker before it.
    private static CategoryLane FromNumber(NumberLane lane, FitContext context)
    {
        var keys = lane.Present().Distinct().Order().Select(value => (long)value).ToList();
        var index = keys.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i);
        var marked = context.Node("Where", context.IsMissing(lane.Value), context.Number(ModelSignature.MissingTime), lane.Value);
        return new CategoryLane(
            lane.Name,
            context.Cast(marked, OnnxType.Int64),
            [.. lane.Train.Select(value => double.IsNaN(value) ? -1 : index[(long)value])],
            [.. keys.Select(key => key.ToString(CultureInfo.InvariantCulture))],
            CategoryKeys.Of(keys));
    }
}
