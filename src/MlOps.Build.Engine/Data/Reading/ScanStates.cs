namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Guesses and follows <see cref="ScanState"/>.</summary>
internal static class ScanStates
{
    /// <summary>The state between two bytes outside quotes, provided that quotes are where RFC 4180 has them.</summary>
    public static ScanState Outside(byte before, byte after, byte delimiter) => before switch
    {
        (byte)'\n' => ScanState.RowStart,
        (byte)'\r' => after == '\n' ? ScanState.Plain : ScanState.RowStart,
        (byte)'"' => ScanState.Closing,
        _ => before == delimiter ? ScanState.FieldStart : ScanState.Plain,
    };

    /// <summary>The state after a byte, as <see cref="CsvScanner"/> reads it.</summary>
    public static ScanState After(ScanState state, byte at, byte next, byte delimiter)
    {
        if (state == ScanState.Quoted)
            return at == '"' ? ScanState.Closing : ScanState.Quoted;
        if (at == '"')
            return state == ScanState.Plain ? ScanState.Plain : ScanState.Quoted;
        return Outside(at, next, delimiter);
    }
}
