using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>A distance between two columns.</summary>
internal sealed record Distance
{
    /// <summary>0 to 1; null when it could not be told.</summary>
    public double? Value { get; private init; }

    /// <summary>Why it could not.</summary>
    public string? Fault { get; private init; }

    /// <summary>The value that differs most, with its shares here and there; null when there is no such value.</summary>
    public (string Value, double Ours, double Theirs)? Most { get; private init; }

    public static Distance Between(string name, ColumnSample ours, ColumnSample theirs)
    {
        var histograms = name == DistanceNames.JensenShannonDivergence && (ours.Histogram ?? theirs.Histogram) is not null;
        if (!histograms && (ours.Values is null || theirs.Values is null))
            return new() { Fault = $"there are more than {Shown.Count(SampleReader.MostDistinct)} different values." };
        if (ours.Count == 0 || theirs.Count == 0)
            return new() { Fault = $"{(ours.Count == 0 ? "the data have" : "it has")} no value there." };
        return name switch
        {
            DistanceNames.InfinityNorm => Of(ValueShares.InfinityNorm(ours.Values!, theirs.Values!), ours, theirs),
            DistanceNames.NormalizedAbsDifference => Of(ValueShares.NormalizedAbsDifference(ours.Values!, theirs.Values!), ours, theirs),
            _ when histograms => new() { Value = NumberBins.JensenShannonDivergence(ours.Histogram!, theirs.Histogram!) },
            _ => new() { Value = ValueShares.JensenShannonDivergence(ours.Values!, theirs.Values!) },
        };
    }

    private static Distance Of((double Distance, string? Value) found, ColumnSample ours, ColumnSample theirs) => new()
    {
        Value = found.Distance,
        Most = found.Value is { } value ? (value, Share(ours, value), Share(theirs, value)) : null,
    };

    private static double Share(ColumnSample sample, string value) => sample.Values!.GetValueOrDefault(value) / (double)sample.Count;
}
