using System.Numerics;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Finds rows without a value. Fields that do not parse are not missing, they break the type rule.</summary>
internal sealed class MissingCheck : ColumnCheck
{
    public override void Add(int block, ColumnBatch column)
    {
        if (column.MissingCount == column.Unread.Count)
            return;
        var unread = 0;
        for (var word = 0; word < (column.Rows + 63) >> 6; word++)
        {
            for (var bits = column.Missing[word]; bits != 0; bits &= bits - 1)
            {
                var row = (word * 64) + BitOperations.TrailingZeroCount(bits);
                if (unread < column.Unread.Count && column.Unread[unread].Row == row)
                    unread++;
                else
                    Failing.Add(block, row, column);
            }
        }
    }
}
