using System.Text;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Holds values that are no texts against a rule on texts: what was found out about a value is remembered.</summary>
internal sealed class ValueTextCheck<T>(TextRule rule, FailingRows failing) : ColumnCheck
    where T : unmanaged
{
    private const int MostRemembered = 1 << 16;
    private readonly Dictionary<T, bool> _judged = [];

    public override void Add(int block, ColumnBatch column)
    {
        var values = ((ValueBatch<T>)column).Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (column.IsMissing(row))
                continue;
            if (!_judged.TryGetValue(values[row], out var holds))
                holds = Judge(values[row], column.Text(row)!);
            if (!holds)
                failing.Add(block, row, column);
        }
    }

    private bool Judge(T value, string text)
    {
        if (_judged.Count >= MostRemembered)
            _judged.Clear();
        return _judged[value] = rule.Holds(Encoding.UTF8.GetBytes(text));
    }
}
