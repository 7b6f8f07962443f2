using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>A file whose header is read.</summary>
internal sealed record CsvFile
{
    private const int FirstChunk = 1 << 16;

    public required DataBytes Bytes { get; init; }

    public required CsvDialect Dialect { get; init; }

    public required FileHeader Header { get; init; }

    /// <summary>Where the rows begin: after byte order mark and header.</summary>
    public required long Start { get; init; }

    /// <summary>1-based line at <see cref="Start"/>.</summary>
    public required int Line { get; init; }

    public string Name => Bytes.Name;

    /// <summary>Reads the first row; null, with errors, when it cannot be one.</summary>
    public static CsvFile? Open(DataBytes bytes, CsvDialect dialect, IReadOnlyList<string>? names, int rowLimit, DiagnosticBag diagnostics)
    {
        for (var size = (long)FirstChunk; ; size *= 8)
        {
            var chunk = new byte[Math.Min(size, bytes.Length)];
            var text = chunk.AsSpan(0, bytes.Read(0, chunk));
            var mark = text.StartsWith("\uFEFF"u8) ? 3 : 0;
            var scanner = new CsvScanner(text[mark..], dialect.Delimiter);
            var whole = chunk.Length == bytes.Length;
            SkipRow(ref scanner);
            if (!whole && scanner.Position > text.Length - mark - 2 && size <= rowLimit)
                continue;
            if ((whole || scanner.Position <= text.Length - mark - 2) && !EncodingCheck.IsSound(text.Slice(mark, scanner.Position)))
                return null;
            if (FileHeader.Read(bytes.Name, text[mark..], dialect, names, diagnostics) is not { } header)
                return null;
            var (start, line) = dialect.HasHeader ? (mark + scanner.Position, bytes.HasHeaderLine ? scanner.Line : 1) : (mark, 1);
            return new CsvFile { Bytes = bytes, Dialect = dialect, Header = header, Start = start, Line = line };
        }
    }

    // Errors that need no look at more than the first bytes.
    public static bool IsText(DataBytes bytes, DiagnosticBag diagnostics)
    {
        var chunk = new byte[Math.Min(FirstChunk, bytes.Length)];
        var text = chunk.AsSpan(0, bytes.Read(0, chunk));
        if (EncodingCheck.IsOther(bytes.Name, text, diagnostics))
            return false;
        if (!IsEmpty(bytes, text))
            return true;
        diagnostics.Error(DataCodes.EmptyFile, "the file is empty. It needs a header and at least one row.", new(bytes.Name));
        return false;
    }

    private static bool IsEmpty(DataBytes bytes, Span<byte> chunk)
    {
        var blank = chunk.StartsWith("\uFEFF"u8) ? chunk[3..] : chunk;
        for (var at = (long)chunk.Length; !blank.ContainsAnyExcept((byte)' ', (byte)'\r', (byte)'\n'); at += blank.Length)
        {
            if (at >= bytes.Length)
                return true;
            blank = chunk[..bytes.Read(at, chunk)];
        }

        return false;
    }

    private static void SkipRow(ref CsvScanner scanner)
    {
        scanner.BeginRow();
        while (!scanner.RowEnded)
            scanner.ReadField();
    }
}
