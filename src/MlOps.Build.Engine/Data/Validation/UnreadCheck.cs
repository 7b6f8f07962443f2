using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Finds fields that are no value of their column's type.</summary>
internal sealed class UnreadCheck(bool notFinite) : ColumnCheck
{
    public override void Add(int block, ColumnBatch column)
    {
        for (var i = 0; i < column.Unread.Count; i++)
        {
            var field = column.Unread[i];
            if (field.NotFinite == notFinite)
                Failing.Add(block, field.Row, field.Text);
        }
    }
}
