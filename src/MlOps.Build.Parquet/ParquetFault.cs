namespace MlOps.Build.Parquet;

/// <summary>Something is wrong at a place that only the callers know; they say which file, column and row group it was.</summary>
internal sealed class ParquetFault(string code, string message, string? value = null) : Exception(message)
{
    public string Code { get; } = code;

    public string? Value { get; } = value;
}
