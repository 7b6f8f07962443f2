using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Footer;

namespace MlOps.Build.Parquet.Columns;

/// <summary>A column as others see it, and where it lies.</summary>
/// <param name="Column">What others see.</param>
/// <param name="Element">The schema's node.</param>
/// <param name="Leaf">The column's place among the chunks of a row group; of a nested column the first.</param>
internal sealed record ColumnSpec(FileColumn Column, SchemaElement Element, int Leaf)
{
    public bool IsNested => Element.Type is null || Element.Repetition == Repetition.Repeated;
}
