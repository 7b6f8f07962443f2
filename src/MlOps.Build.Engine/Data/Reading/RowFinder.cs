using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Finds the lines of a few rows by reading their blocks again.</summary>
internal sealed class RowFinder(BlockPlan plan, int columns, CsvReading reading, (long[] Rows, int[] Lines) offsets)
{
    public IReadOnlyList<RowLocation> Find(IReadOnlyList<RowPlace> places)
    {
        var found = new RowLocation[places.Count];
        var reader = new BlockReader(plan, columns, reading);
        var (block, lines) = (-1, Array.Empty<int>());
        for (var i = 0; i < places.Count; i++)
        {
            // Places are few and mostly ascending: a block is seldom read twice.
            var place = places[i];
            if (place.Block != block)
                (block, lines) = (place.Block, Lines(reader, place.Block));
            var file = plan.Files[plan.FileOf(block)];
            found[i] = new RowLocation(offsets.Rows[block] + place.Row, file.Name, file.Bytes.LineOf(offsets.Lines[block] + lines[place.Row]));
        }

        return found;
    }

    private static int[] Lines(BlockReader reader, int block)
    {
        reader.Load(block);
        var lines = new int[reader.Rows.Count];
        reader.FillLines(lines);
        return lines;
    }
}
