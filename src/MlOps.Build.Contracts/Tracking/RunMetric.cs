namespace MlOps.Build.Contracts;

/// <summary>One reading of a metric in a run.</summary>
public sealed record RunMetric
{
    /// <summary>The metric's name, such as <c>validation.log_loss</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The value; NaN and infinities are values, too.</summary>
    public required double Value { get; init; }

    /// <summary>The lower end of its interval, when it has one.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper end of its interval, when it has one.</summary>
    public double? Upper { get; init; }

    /// <summary>The boosting round, epoch or iteration that it was read after, from 0; 0 for what is read once.</summary>
    public long Step { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset Time { get; init; }
}
