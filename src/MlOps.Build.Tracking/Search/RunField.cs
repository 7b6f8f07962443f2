namespace MlOps.Build.Tracking.Search;

/// <summary>What a search looks at.</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Key">Its name there.</param>
internal sealed record RunField(FieldKind Kind, string Key)
{
    /// <summary>True when it is compared as a number.</summary>
    public bool IsNumber => Kind == FieldKind.Metric || (Kind == FieldKind.Attribute && Key is "start_time" or "end_time");
}
