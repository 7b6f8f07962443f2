using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>The table read last, by the contents it was read from. Shared by the stages of one build; safe for concurrent use.</summary>
internal sealed class TableShelf
{
    private (string Key, Table Table)? _last;
    private readonly Lock _lock = new();

    /// <summary>The table of the key, read when it is not the one at hand; null when it cannot be read.</summary>
    public Table? Get(string key, Func<Table?> read)
    {
        lock (_lock)
        {
            if (_last?.Key == key)
                return _last.Value.Table;
            if (read() is not { } table)
                return null;
            _last = (key, table);
            return table;
        }
    }
}
