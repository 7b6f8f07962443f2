using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Looks for fields that a provisional type does not fit. A column's type follows from all of its values; those that its reader takes as
/// they are cannot change it, so only the others are looked at one by one.
/// </summary>
internal sealed class TypeWatch(TypeSniffer[] sniffers, MissingMarkers markers)
{
    public TypeSniffer[] Sniffers { get; } = Array.ConvertAll(sniffers, sniffer => sniffer.Copy());

    public void Look(in BlockRows rows, int column, ColumnBatch batch)
    {
        var sniffer = Sniffers[column];
        if (!sniffer.Any)
            LookAtAll(rows, column);
        else if (batch.Type is ColumnType.Int64 or ColumnType.Float64)
            LookAtNumbers(rows, column, sniffer);
        for (var i = 0; i < batch.Unread.Count; i++)
            sniffer.Add(RawField.Of(rows.Field(batch.Unread[i].Row, column)));
    }

    /// <summary>Takes what other threads saw.</summary>
    public static TypeSniffer[] Merge(IReadOnlyList<TypeWatch> watches)
    {
        var merged = Array.ConvertAll(watches[0].Sniffers, sniffer => sniffer.Copy());
        foreach (var watch in watches)
        {
            for (var i = 0; i < merged.Length; i++)
                merged[i].Merge(watch.Sniffers[i]);
        }

        return merged;
    }

    /// <summary>Looks at every value of a column.</summary>
    public void LookAtAll(in BlockRows rows, int column)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var raw = rows.Field(row, column);
            if (!markers.Match(raw))
                Sniffers[column].Add(RawField.Of(raw));
        }
    }

    // Numbers with a leading zero or very many digits parse, and yet are identifiers.
    private void LookAtNumbers(in BlockRows rows, int column, TypeSniffer sniffer)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var raw = rows.Field(row, column);
            if ((raw.Length > 18 || raw is [(byte)'0' or (byte)'-' or (byte)'+' or (byte)' ' or (byte)'"', _, ..]) && !markers.Match(raw))
                sniffer.Add(RawField.Of(raw));
        }
    }
}
