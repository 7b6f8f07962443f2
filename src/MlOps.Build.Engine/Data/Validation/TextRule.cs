using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>A rule that looks at texts: each different text is judged once.</summary>
internal abstract class TextRule(ColumnSchema schema, string code, string key) : ColumnRule(schema, code, key)
{
    public override FailingRows Check(Column column)
    {
        var failing = new FailingRows();
        if (column is StringColumn texts)
            CheckCodes(texts, failing);
        else
            CheckEach(column, failing);
        return failing;
    }

    protected abstract bool Holds(string text);

    private void CheckCodes(StringColumn column, FailingRows failing)
    {
        var holds = new bool[column.Dictionary.Count];
        for (var code = 0; code < holds.Length; code++)
            holds[code] = Holds(column.Dictionary[code]);
        if (Array.TrueForAll(holds, good => good))
            return;
        for (var row = 0; row < column.Length; row++)
        {
            if (column.Values[row] is >= 0 and var code && !holds[code])
                failing.Add(row);
        }
    }

    private void CheckEach(Column column, FailingRows failing)
    {
        var keys = RowKeys.Of(column);
        var judged = new Dictionary<long, bool>();
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsMissing(row))
                continue;
            if (!judged.TryGetValue(keys[row], out var good))
                judged.Add(keys[row], good = Holds(column.Text(row)!));
            if (!good)
                failing.Add(row);
        }
    }
}
