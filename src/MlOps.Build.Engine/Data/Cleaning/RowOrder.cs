namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Compares rows by the value of one column: a missing value is the smallest, texts are compared by ordinal order.</summary>
internal sealed class RowOrder(Column column) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        if (column.IsMissing(x) || column.IsMissing(y))
            return column.IsMissing(y).CompareTo(column.IsMissing(x));
        return column switch
        {
            Int64Column values => values.Values[x].CompareTo(values.Values[y]),
            Float32Column values => values.Values[x].CompareTo(values.Values[y]),
            Float64Column values => values.Values[x].CompareTo(values.Values[y]),
            DateColumn values => values.Values[x].CompareTo(values.Values[y]),
            TimestampColumn values => values.Values[x].CompareTo(values.Values[y]),
            BooleanColumn values => values.Values[x].CompareTo(values.Values[y]),
            _ => string.CompareOrdinal(column.Text(x), column.Text(y)),
        };
    }
}
