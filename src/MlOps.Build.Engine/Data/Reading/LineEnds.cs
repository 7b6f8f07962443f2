namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Counts line ends: LF, CRLF and a lone CR, in quotes or not.</summary>
internal static class LineEnds
{
    /// <summary>Those that end within the first bytes.</summary>
    /// <param name="bytes">The bytes counted and, where there are more, at least one after them.</param>
    /// <param name="count">How many bytes are looked at; a CRLF that ends beyond them is not counted.</param>
    public static int Count(ReadOnlySpan<byte> bytes, int count)
    {
        var text = bytes[..count];
        var lines = text.Count((byte)'\n');
        for (var at = text.IndexOf((byte)'\r'); at >= 0;)
        {
            if (at + 1 >= bytes.Length || bytes[at + 1] != '\n')
                lines++;
            var next = text[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return lines;
    }
}
