using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Splitting;

/// <summary>A column's values as whole numbers that ascend with time.</summary>
internal sealed class TimeOrder(Column column)
{
    private readonly Func<int, long>? _read = column switch
    {
        DateColumn dates => row => dates.Values[row],
        TimestampColumn times => row => times.Values[row].UtcTicks,
        Int64Column numbers => row => numbers.Values[row],
        _ => null,
    };

    /// <summary>False for columns that have no order in time.</summary>
    public bool Exists => _read is not null;

    public long this[int row] => _read!(row);

    /// <summary>A limit on the same scale; null when the column holds no dates.</summary>
    public long? Limit(DateTimeOffset limit) => column switch
    {
        DateColumn => DateOnly.FromDateTime(limit.DateTime).DayNumber - DateColumn.Epoch.DayNumber,
        TimestampColumn => limit.UtcTicks,
        _ => null,
    };
}
