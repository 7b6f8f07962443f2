namespace MlOps.Build.Engine.Data;

/// <summary>Writes fields of CSV (RFC 4180).</summary>
internal static class CsvField
{
    /// <summary>The text, in quotation marks when a reader would take it for more than one field.</summary>
    public static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
