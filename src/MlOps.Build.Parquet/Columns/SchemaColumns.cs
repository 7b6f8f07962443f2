using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Footer;

namespace MlOps.Build.Parquet.Columns;

/// <summary>The root's children as columns; a nested one stands for all that is below it.</summary>
internal static class SchemaColumns
{
    public static IReadOnlyList<ColumnSpec> Build(IReadOnlyList<SchemaElement> schema, out int leafCount)
    {
        var result = new List<ColumnSpec>();
        leafCount = 0;
        if (schema.Count == 0)
            Faults.Footer("the footer has no schema");
        var at = 1;
        for (var i = 0; i < schema[0].ChildCount; i++)
        {
            if (at >= schema.Count)
                Faults.Footer($"the schema claims {schema[0].ChildCount} columns and ends after {i}");
            result.Add(Describe(schema[at], result.Count, leafCount));
            leafCount += PassTree(schema, ref at);
        }

        if (at != schema.Count)
            Faults.Footer($"the schema has {schema.Count} nodes where its groups claim {at}");
        return result;
    }

    private static ColumnSpec Describe(SchemaElement element, int index, int leaf)
    {
        var column = new FileColumn { Name = element.Name, Index = index, LogicalType = "", IsNullable = element.Repetition != Repetition.Required };
        return new ColumnSpec(TypeMap.Describe(column, element), element, leaf);
    }

    // Counts the leaves below a node and moves behind them.
    private static int PassTree(IReadOnlyList<SchemaElement> schema, ref int at)
    {
        var leaves = 0;
        for (var left = 1L; left > 0; left--)
        {
            if (at >= schema.Count)
                Faults.Footer("the schema ends inside a group");
            var element = schema[at++];
            if (element.ChildCount < 0 || (element.Type is not null && element.ChildCount > 0))
                Faults.Footer($"the schema's node '{element.Name}' claims {element.ChildCount} children");
            left += element.ChildCount;
            leaves += element.Type is null ? 0 : 1;
        }

        return leaves;
    }
}
