namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>
/// What one thread has gathered. Whatever the division of the rows into batches and of the batches among threads, the merged parts are the same.
/// </summary>
internal abstract class MetricPart
{
    /// <summary>Takes a batch. Allocates nothing for each value.</summary>
    public abstract void Add(BatchView view);

    /// <summary>Takes what another thread gathered; the other part is used no more.</summary>
    public abstract void Merge(MetricPart other);

    /// <summary>Gives memory back that no verdict needs, after the checks have said what to gather next.</summary>
    public virtual void Release()
    {
    }
}
