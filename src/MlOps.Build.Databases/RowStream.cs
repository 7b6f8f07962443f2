using MlOps.Build.Engine.Data.Versions;

namespace MlOps.Build.Databases;

/// <summary>The rows of a query as a stream of CSV; some kilobytes of them are in memory at a time.</summary>
internal sealed class RowStream(QueryFile query, QueryRows rows) : Stream
{
    private const int Portion = 1 << 16;
    private readonly RowWriter _writer = new();
    private int _given;
    private bool _headed;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_given == _writer.Bytes.Length && !_ended)
            Fill();
        var count = Math.Min(buffer.Length, _writer.Bytes.Length - _given);
        _writer.Bytes.Span.Slice(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (cancellationToken.Register(rows.Cancel))
        {
            try
            {
                return ValueTask.FromResult(Read(buffer.Span));
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rows.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        _writer.Clear();
        _given = 0;
        if (!_headed)
            Head();
        while (_writer.Bytes.Length < Portion && !(_ended = !rows.Next()))
        {
            for (var column = 0; column < rows.Columns.Count; column++)
            {
                _writer.BeginField();
                rows.Write(column, _writer);
            }

            _writer.EndRow();
        }
    }

    private void Head()
    {
        _headed = true;
        if (rows.Columns.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(names => names.Count() > 1) is { Key: var twice })
            throw query.Value($"two columns are named '{SafePath.Shown(twice)}'. Give them names: SELECT … AS name.");
        foreach (var column in rows.Columns)
        {
            _writer.BeginField();
            _writer.Quoted(column);
        }

        _writer.EndRow();
    }
}
