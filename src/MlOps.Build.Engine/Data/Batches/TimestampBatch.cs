namespace MlOps.Build.Engine.Data.Batches;

/// <summary>Timestamps, in ticks of UTC, with the offsets that they were written with.</summary>
internal sealed class TimestampBatch(BatchColumn column) : ValueBatch<long>(column, BatchText.Timestamp)
{
    private short[]? _offsets;
    private bool _anyOffset;

    /// <summary>The first row whose value has no offset and was taken as UTC; -1 when there is none.</summary>
    public int FirstAssumedUtc { get; private set; } = -1;

    /// <summary>Minutes from UTC of a row's value.</summary>
    public int Offset(int row) => _anyOffset ? _offsets![row] : 0;

    /// <summary>Forgets what is known about other rows.</summary>
    public void Clear(int rows)
    {
        FirstAssumedUtc = -1;
        if (_anyOffset)
            Array.Clear(_offsets!);
        _anyOffset = false;
        if (_offsets?.Length < rows)
            _offsets = null;
        Capacity = rows;
    }

    private int Capacity { get; set; }

    public void AssumeUtc(int row)
    {
        if (FirstAssumedUtc < 0)
            FirstAssumedUtc = row;
    }

    public void SetOffset(int row, int minutes)
    {
        _offsets ??= new short[Capacity];
        _offsets[row] = (short)minutes;
        _anyOffset = true;
    }

    public override string? Text(int row) => IsMissing(row)
        ? null
        : TimestampColumn.TextOf(new DateTimeOffset(Values[row], TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(Offset(row))));
}
