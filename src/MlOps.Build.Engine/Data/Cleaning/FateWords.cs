namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Fates by their names in <c>schema.yaml</c>, and in words.</summary>
internal static class FateWords
{
    public static readonly IReadOnlyDictionary<string, RowFate> OfField = new Dictionary<string, RowFate>
    {
        ["missing"] = RowFate.Missing,
        ["drop"] = RowFate.Drop,
        ["quarantine"] = RowFate.Quarantine,
    };

    public static readonly IReadOnlyDictionary<string, RowFate> OfNumber = new Dictionary<string, RowFate>(OfField) { ["clip"] = RowFate.Clip };

    public static string Name(RowFate fate) => fate.ToString().ToLowerInvariant();

    public static string Done(RowFate fate) => fate switch
    {
        RowFate.Missing => "made missing",
        RowFate.Clip => "clipped",
        RowFate.Drop => "dropped",
        _ => "quarantined",
    };
}
