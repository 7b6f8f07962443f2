using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Footer;

namespace MlOps.Build.Parquet.Columns;

/// <summary>The row groups as others see them, their counts checked.</summary>
internal static class RowGroupList
{
    public static IReadOnlyList<RowGroup> Build(FileMetadata metadata, IReadOnlyList<ColumnSpec> specs, int leafCount, ParquetLimits limits)
    {
        var result = new List<RowGroup>();
        var firstRow = 0L;
        foreach (var group in metadata.Groups)
        {
            Check(group, result.Count, leafCount, limits);
            result.Add(new RowGroup
            {
                Index = result.Count,
                FirstRow = firstRow,
                RowCount = (int)group.RowCount,
                Statistics = Statistics(group, specs),
            });
            firstRow += group.RowCount;
        }

        if (firstRow != metadata.RowCount)
            Faults.Footer($"the footer claims {metadata.RowCount} rows where its row groups have {firstRow}");
        return result;
    }

    private static void Check(GroupMetadata group, int index, int leafCount, ParquetLimits limits)
    {
        if (group.RowCount < 0)
            Faults.Footer($"row group {index} claims {group.RowCount} rows");
        if (group.RowCount > limits.RowGroupRows)
        {
            Faults.Limit(
                $"row group {index} claims {group.RowCount} rows where at most {limits.RowGroupRows} are read at once; write smaller row groups");
        }

        if (group.Chunks.Count != leafCount)
            Faults.Footer($"row group {index} has {group.Chunks.Count} columns where the schema has {leafCount}");
    }

    private static IReadOnlyList<ColumnStatistics> Statistics(GroupMetadata group, IReadOnlyList<ColumnSpec> specs) =>
    [
        .. specs.Select(spec => spec.IsNested
            ? ColumnStatistics.Unknown
            : StatisticsMap.Read(spec, group.Chunks[spec.Leaf].Statistics, group.RowCount)),
    ];
}
