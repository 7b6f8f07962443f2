using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>A file made into CSV, line for line; texts with line breaks in them make more lines of one, which is remembered.</summary>
internal sealed class ConvertedBytes(DataBytes file) : DataBytes(file.Name)
{
    private readonly TemporaryBytes _bytes = TemporaryBytes.Create(file.Inner, file.Name);

    // From a line of the CSV on, how many of its lines are more than the file's.
    private readonly List<(int Line, int Surplus)> _surplus = [(0, 0)];
    private int _written;

    public override string Inner { get; } = file.Inner;

    public override bool HasHeaderLine => false;

    public override long Length => _bytes.Length;

    public Stream Writer => _bytes.Writer;

    /// <summary>Lines of the file that have been written.</summary>
    public int Lines { get; private set; }

    public void EndLine(int breaks)
    {
        Lines++;
        _written += 1 + breaks;
        if (breaks > 0)
            _surplus.Add((_written + 1, _written - Lines));
    }

    public ConvertedBytes Finish()
    {
        _bytes.Finish();
        return this;
    }

    public override int LineOf(int line)
    {
        var (low, high) = (0, _surplus.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (_surplus[middle].Line <= line)
                low = middle;
            else
                high = middle;
        }

        return line - _surplus[low].Surplus;
    }

    public override int Read(long offset, Span<byte> buffer) => _bytes.Read(offset, buffer);

    public override void Dispose() => _bytes.Dispose();
}
