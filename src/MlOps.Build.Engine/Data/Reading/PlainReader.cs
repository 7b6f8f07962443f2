using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads values by a parser of their own, without a short way.</summary>
internal sealed class PlainReader<T>(BatchColumn column, MissingMarkers markers, FieldParse<T> parse, T blank, Func<T, string> text)
    : ValueReader<T>(new ValueBatch<T>(column, text), markers, blank)
    where T : unmanaged
{
    protected override void FillValues(in BlockRows rows, int column)
    {
        for (var row = 0; row < rows.Count; row++)
            ReadRare(row, rows.Field(row, column));
    }

    protected override ParseOutcome Parse(int row, ReadOnlySpan<byte> content, out T value) => parse(content, out value);
}
