namespace MlOps.Build.Engine.Data.Reading;

/// <summary>A field by its bytes: one that begins with a quote is quoted.</summary>
internal static class RawField
{
    public static CsvField Of(ReadOnlySpan<byte> raw)
    {
        var quoted = raw.Length > 1 && raw[0] == '"';
        return new CsvField(raw, quoted, quoted && raw[1..^1].Contains((byte)'"'));
    }
}
