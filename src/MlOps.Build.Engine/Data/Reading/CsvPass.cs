using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>One reading of all files, shared by its threads.</summary>
internal sealed class CsvPass(
    BlockPlan plan, IReadOnlyList<BatchColumn> columns, MissingMarkers markers, CsvReading reading, CancellationToken cancellation)
{
    private readonly Lock _lock = new();
    private readonly List<LayoutFaults> _faults = [];
    private readonly bool[] _damaged = new bool[plan.Files.Count];
    private readonly RowPlace?[] _assumedUtc = new RowPlace?[columns.Count];

    public BlockPlan Plan => plan;

    public IReadOnlyList<BatchColumn> Columns => columns;

    public MissingMarkers Markers => markers;

    public CsvReading Reading => reading;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The columns that are read; null for all.</summary>
    public IReadOnlyCollection<int>? Wanted { get; set; }

    /// <summary>True when the files are known to be no table; what is read from then on is of no use but for more faults.</summary>
    public bool Fatal { get; private set; }

    /// <summary>What went wrong with the machine; null when nothing did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Layout faults by block.</summary>
    public IReadOnlyList<LayoutFaults> Faults => [.. _faults.OrderBy(faults => faults.Block)];

    public bool IsDamaged(int file) => _damaged[file];

    /// <summary>Where a column first had a time without an offset.</summary>
    public RowPlace? AssumedUtc(int column) => _assumedUtc[column];

    /// <summary>Reads everything.</summary>
    /// <param name="sink">Makes a sink for each thread.</param>
    /// <param name="watch">Makes what looks at a thread's types; null when they are known.</param>
    public void Run(Func<IBatchSink> sink, Func<TypeWatch>? watch = null)
    {
        var threads = new List<Thread>();
        for (var i = 1; i < Math.Min(reading.Threads, plan.Count); i++)
            threads.Add(new Thread(Work));
        foreach (var thread in threads)
            thread.Start();
        Work();
        foreach (var thread in threads)
            thread.Join();

        void Work()
        {
            try
            {
                new CsvWorker(this, sink(), watch?.Invoke()).Run();
            }
            catch (Exception exception)
            {
                Fail(exception);
            }
        }
    }

    public void AddFaults(LayoutFaults faults)
    {
        lock (_lock)
            _faults.Add(faults);
        Fatal |= faults.Fatal;
    }

    public void Damage(int file) => _damaged[file] = Fatal = true;

    public void AssumeUtc(int column, RowPlace place)
    {
        lock (_lock)
        {
            if (_assumedUtc[column] is not { } first || place.CompareTo(first) < 0)
                _assumedUtc[column] = place;
        }
    }

    private void Fail(Exception exception)
    {
        lock (_lock)
            Failure ??= exception;
        plan.Failed = true;
    }
}
