namespace MlOps.Build.Trackers;

/// <summary>The time that all sending of a process may take.</summary>
internal sealed class SendingTime(TimeSpan total, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private TimeSpan _used;

    public TimeSpan Total => total;

    /// <summary>Begins to count; ends what it is given when the time is used up.</summary>
    public Span Begin(CancellationToken cancellationToken) => new(this, cancellationToken);

    /// <summary>A stretch of it.</summary>
    internal sealed class Span : IDisposable
    {
        private readonly SendingTime _time;
        private readonly CancellationTokenSource _end;
        private readonly CancellationTokenSource _linked;
        private readonly long _began;

        public Span(SendingTime time, CancellationToken cancellationToken)
        {
            _time = time;
            _began = time.Clock.GetTimestamp();
            _end = time.Total == Timeout.InfiniteTimeSpan ? new CancellationTokenSource() : new CancellationTokenSource(time.Left, time.Clock);
            _linked = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, cancellationToken);
        }

        public CancellationToken Token => _linked.Token;

        public void Dispose()
        {
            _time.Use(_time.Clock.GetElapsedTime(_began));
            _linked.Dispose();
            _end.Dispose();
        }
    }

    private TimeProvider Clock => clock;

    private TimeSpan Left
    {
        get
        {
            lock (_gate)
                return total > _used ? total - _used : TimeSpan.Zero;
        }
    }

    private void Use(TimeSpan time)
    {
        lock (_gate)
            _used += time;
    }
}
