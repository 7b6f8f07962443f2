using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Configuration;

/// <summary>What <c>intervals</c> asks for: an interval with each predicted number.</summary>
internal sealed record IntervalConfig
{
    public PredictionIntervalMethod Method { get; init; } = PredictionIntervalMethod.Conformal;

    /// <summary>The share of new rows whose number is at least to lie in its interval, 0.5 to 0.999.</summary>
    public double Coverage { get; init; } = 0.9;

    /// <summary>The method's name in files.</summary>
    [JsonIgnore]
    public string MethodName => IntervalConfigReader.Methods.First(known => known.Value == Method).Key;
}
