namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Follows fields and rows byte by byte: where quotes are irregular, and to the end of the row that a block's border cuts.</summary>
internal sealed class RowWalk(BlockBuffer buffer, BlockMarks marks, byte delimiter)
{
    /// <summary>Adds the ends between two indices.</summary>
    /// <returns>The state at the end.</returns>
    public ScanState Run(int from, int to, ScanState state)
    {
        for (var at = from; at < to; at++)
            state = Step(at, state);
        return state;
    }

    /// <summary>Goes on behind the block until the row ends, at most <paramref name="limit"/> bytes after its start.</summary>
    /// <returns>False when the row is longer.</returns>
    public bool Finish(int rowStart, ScanState state, int limit)
    {
        for (var at = buffer.To; state != ScanState.RowStart; at++)
        {
            // The byte after this one tells a lone CR from CRLF.
            if (at + 1 >= buffer.End && !buffer.AtFileEnd)
            {
                if (at - rowStart > limit)
                    return false;
                buffer.ReadMore();
            }

            if (at >= buffer.End)
            {
                marks.Irregular |= state == ScanState.Quoted;
                marks.AddEnd(at, endsRow: true);
                return true;
            }

            state = Step(at, state);
        }

        return true;
    }

    private ScanState Step(int at, ScanState state)
    {
        var (value, next) = (buffer.Bytes[at], buffer.Bytes[at + 1]);
        var after = ScanStates.After(state, value, next, delimiter);
        if (state == ScanState.Quoted)
            return after;
        if (value == '"')
            marks.Irregular |= state == ScanState.Plain;
        else if (after == ScanState.Plain)
            marks.Irregular |= state == ScanState.Closing && value != '\r';
        else
            marks.AddEnd(at, endsRow: after == ScanState.RowStart);
        marks.HasReturns |= value == '\r';
        return after;
    }
}
