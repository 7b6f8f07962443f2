using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>
/// Cramér's phi of two columns, as Great Expectations reckoned it up to 0.18 (<c>dataset.py</c>, <c>pandas_dataset.py</c>); 1.x has only the
/// name.
/// </summary>
internal static class CramersKinds
{
    private const double StandardThreshold = 0.1;
    private const int StandardBins = 10;

    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_pair_cramers_phi_value_to_be_less_than", ExpectationDomain.ColumnPairMap, ["threshold", "bins_A", "bins_B", "n_bins_A", "n_bins_B"], Create),
    ];

    private static CrossCheck Create(CheckRequest request)
    {
        var threshold = request.Number("threshold", 0, 1) ?? StandardThreshold;
        return new CrossCheck(Axis(request, "A"), Axis(request, "B"), request.Condition(), threshold);
    }

    private static CrossAxis Axis(CheckRequest request, string side)
    {
        var index = request.Column($"column_{side}");
        var (column, bins) = (request.Columns[index], request.Value($"bins_{side}"));
        var axis = new CrossAxis
        {
            Column = index,
            Type = column.Type,
            Condition = request.Condition(),
            MostDistinct = request.MostDistinct,
            Count = (int)(request.Number($"n_bins_{side}", 1, 10_000) ?? StandardBins),
            Edges = bins is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(edge => edge.ValueKind == JsonValueKind.Number)
                ? [.. list.EnumerateArray().Select(edge => edge.GetDouble()).Distinct().Order()]
                : null,
            Groups = bins is { ValueKind: JsonValueKind.Array } groups && groups.EnumerateArray().All(IsGroup)
                ? [.. groups.EnumerateArray().Select(group => group.EnumerateArray().Select(value => Scalar.Of(value)!.Value.Text).ToList())]
                : null,
        };
        if (bins is not null && (axis.IsNumber ? axis.Edges is null or { Length: < 2 } : axis.Groups is null))
            request.Fail($"'bins_{side}' is no list of {(axis.IsNumber ? "two or more edges, as the column holds numbers" : "lists of values, as the column holds no numbers")}.");
        return axis;
    }

    private static bool IsGroup(JsonElement group) =>
        group.ValueKind == JsonValueKind.Array && group.EnumerateArray().All(value => Scalar.Of(value) is not null);
}
