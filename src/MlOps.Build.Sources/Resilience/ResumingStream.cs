using MlOps.Build.Engine.Data.Versions.Remotes;
using static System.FormattableString;

namespace MlOps.Build.Sources.Resilience;

/// <summary>
/// An object's bytes, however often the connection breaks: it is opened again where it broke. An object that changes in between is an
/// error, since the halves would not belong together.
/// </summary>
internal sealed class ResumingStream(string address, Retries retries, Func<long, CancellationToken, Task<RemoteContent>> open, RemoteContent first)
    : Stream
{
    private readonly RemoteObject _object = first.Object;
    private RemoteContent? _content = first;
    private long _position = first.Offset;
    private int _breaks;
    private int _drips;
    private TimeSpan _waited;
    private long _came;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _object.Bytes ?? throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await retries.RunAsync(address, token => TryReadAsync(buffer, token), cancellationToken).ConfigureAwait(false);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content?.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> TryReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _content ??= await ReopenAsync(cancellationToken).ConfigureAwait(false);
        var began = retries.Settings.Clock.GetTimestamp();
        var count = await PatientAsync(_content.Stream, buffer, cancellationToken).ConfigureAwait(false);
        if (!KeepsPace(count, retries.Settings.Clock.GetElapsedTime(began)) && count > 0 && _position + count != _object.Bytes)
            throw Broken(Invariant($"sent fewer than {retries.Settings.LeastBytes} bytes in {retries.Settings.Silence.TotalSeconds} s"), null, ++_drips > retries.Settings.Attempts);
        if (count == 0 && buffer.Length > 0 && _object.Bytes is { } total && _position < total)
            throw Broken($"ended after {_position} of {total} bytes", null);
        return count;
    }

    // Only time spent waiting for the server counts, not that of a slow disk.
    private bool KeepsPace(int count, TimeSpan waited)
    {
        (_came, _waited) = (_came + count, _waited + waited);
        if (_waited < retries.Settings.Silence)
            return true;
        var keeps = _came >= retries.Settings.LeastBytes;
        (_came, _waited) = (0, TimeSpan.Zero);
        return keeps;
    }

    private async Task<int> PatientAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(retries.Settings.Silence);
        try
        {
            return await stream.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Broken("was silent for too long", exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Each client has its own exceptions for a connection that is of no use any more.
            throw Broken("broke the connection", exception);
        }
    }

    private async Task<RemoteContent> ReopenAsync(CancellationToken cancellationToken)
    {
        var content = await open(_position, cancellationToken).ConfigureAwait(false);
        if (content.Object.Tag != _object.Tag || content.Object.Bytes != _object.Bytes)
        {
            content.Dispose();
            throw new RemoteException(RemoteFailure.Unavailable, $"'{address}' changed while it was fetched. Fetch it again.");
        }

        // A server that cannot begin elsewhere sends the beginning again.
        var skip = new byte[1 << 16];
        for (var left = _position - content.Offset; left > 0;)
        {
            var count = await PatientAsync(content.Stream, skip.AsMemory(0, (int)Math.Min(left, skip.Length)), cancellationToken)
                .ConfigureAwait(false);
            left -= count > 0 ? count : throw Broken("ended early", null);
        }

        return content;
    }

    private Exception Broken(string what, Exception? inner, bool isLast = false)
    {
        _content?.Dispose();
        _content = null;
        _breaks++;
        return _breaks <= retries.Settings.Breaks && !isLast
            ? new TransientException(what, inner: inner)
            : new RemoteException(RemoteFailure.Unavailable,
                $"'{address}' {what}, time {_breaks}. Try again later; what has come is kept.", inner);
    }
}
