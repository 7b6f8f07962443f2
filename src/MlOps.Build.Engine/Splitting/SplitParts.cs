using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Splitting;

/// <summary>The rows of each part while they are dealt out.</summary>
internal sealed class SplitParts
{
    private readonly List<int>[] _rows = [[], [], []];

    public int Count(SplitPart part) => _rows[(int)part].Count;

    public void Add(SplitPart part, ReadOnlySpan<int> rows) => _rows[(int)part].AddRange(rows);

    public void Add(SplitParts parts)
    {
        for (var part = 0; part < _rows.Length; part++)
            _rows[part].AddRange(parts._rows[part]);
    }

    /// <summary>The rows of a part, ascending.</summary>
    public int[] Rows(SplitPart part) => [.. _rows[(int)part].Order()];
}
