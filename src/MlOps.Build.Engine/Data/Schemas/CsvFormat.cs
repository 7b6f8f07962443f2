namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>How the data files are written.</summary>
internal sealed record CsvFormat
{
    /// <summary>Null: tab for <c>.tsv</c> and <c>.tab</c>, comma otherwise.</summary>
    public char? Delimiter { get; init; }

    public bool HasHeader { get; init; } = true;

    /// <summary>Unquoted fields that mean "no value". An empty unquoted field always does; a quoted one never.</summary>
    public IReadOnlyList<string> MissingMarkers { get; init; } = ["NA", "N/A", "NaN", "null", "NULL"];
}
