using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>What a distribution is compared with.</summary>
internal sealed record DivergenceSettings
{
    private const double Tolerance = 1e-6;

    /// <summary>The values of a categorical partition; null for one with bins.</summary>
    public IReadOnlyList<Scalar>? Values { get; init; }

    /// <summary>The edges of a continuous partition, one more than weights.</summary>
    public IReadOnlyList<double>? Bins { get; init; }

    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The weights below and above the bins.</summary>
    public IReadOnlyList<double>? TailWeights { get; init; }

    /// <summary>The largest allowed divergence; null: any.</summary>
    public double? Threshold { get; init; }

    public double TailHoldout { get; init; }

    public double InternalHoldout { get; init; }

    /// <summary>Null, with a fault, when the arguments are no such thing.</summary>
    public static DivergenceSettings? Of(CheckRequest request)
    {
        var partition = request.Value("partition_object");
        if (partition is not { ValueKind: JsonValueKind.Object } given || Numbers(given, "weights") is not { Count: > 0 } weights)
        {
            request.Fail("'partition_object' is no object with 'weights' and 'values' or 'bins'.");
            return null;
        }

        var settings = new DivergenceSettings
        {
            Values = given.TryGetProperty("values", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Select(value => Scalar.Of(value) ?? Scalar.Null)]
                : null,
            Bins = Numbers(given, "bins"),
            Weights = weights,
            TailWeights = Numbers(given, "tail_weights"),
            Threshold = request.Number("threshold", 0),
            TailHoldout = request.Number("tail_weight_holdout", 0, 1) ?? 0,
            InternalHoldout = request.Number("internal_weight_holdout", 0, 1) ?? 0,
        };
        if (settings.Problem(request.Flag("bucketize_data", standard: true)) is not { } problem)
            return settings;
        request.Fail(problem);
        return null;
    }

    private string? Problem(bool bucketize) => this switch
    {
        { Values: null, Bins: null } => "'partition_object' has neither 'values' nor 'bins'.",
        { Values: { } values } when values.Count != Weights.Count => "'partition_object' has not as many 'weights' as 'values'.",
        { Values: null, Bins: { } bins } when bins.Count != Weights.Count + 1 || !Ascends(bins) => "'bins' of 'partition_object' are not one more than 'weights', and ascending.",
        _ when Math.Abs(Weights.Sum() + (TailWeights?.Sum() ?? 0) - 1) > Tolerance => "the weights of 'partition_object' do not add up to 1.",
        { TailWeights: { } tails } when tails.Count != 2 => "'tail_weights' of 'partition_object' are not two.",
        { TailWeights: not null, TailHoldout: not 0 } => "'tail_weight_holdout' must be 0 when 'partition_object' has 'tail_weights'.",
        { Values: not null, InternalHoldout: > 0 } => "'internal_weight_holdout' is for 'bins'; these are 'values'.",
        { Values: null } when !bucketize => "'bucketize_data' is false, but 'partition_object' has bins.",
        _ => null,
    };

    private static bool Ascends(IReadOnlyList<double> bins) => bins.Zip(bins.Skip(1)).All(pair => pair.First < pair.Second);

    private static List<double>? Numbers(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number)
            ? [.. list.EnumerateArray().Select(item => item.GetDouble())]
            : null;
}
