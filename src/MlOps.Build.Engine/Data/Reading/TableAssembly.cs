using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Puts the blocks of all threads together, in the order of the files.</summary>
internal sealed class TableAssembly(ITableSource source, IReadOnlyList<TableBlock> blocks, int rows)
{
    private const int KeptTexts = 5;
    private readonly TableBlock[] _blocks = [.. blocks.OrderBy(block => block.Block)];

    public Table Build()
    {
        var columns = source.Columns.Select((column, index) => Column(column, index)).ToList();
        return new Table(columns, Origins())
        {
            Unread = [.. Unread(notFinite: false).Concat(Unread(notFinite: true))],
        };
    }

    private Column Column(BatchColumn column, int index)
    {
        var mask = new MissingMask(rows);
        var first = 0;
        foreach (var block in _blocks)
        {
            block.Parts[index].AddMissing(mask, first);
            first += block.Lines.Length;
        }

        return column.Type switch
        {
            ColumnType.Boolean => new BooleanColumn(column.Name, Values<bool>(index), mask),
            ColumnType.Int64 => new Int64Column(column.Name, Values<long>(index), mask),
            ColumnType.Float32 => new Float32Column(column.Name, Values<float>(index), mask),
            ColumnType.Float64 => new Float64Column(column.Name, Values<double>(index), mask),
            ColumnType.Date => new DateColumn(column.Name, Values<int>(index), mask),
            ColumnType.Timestamp => new TimestampColumn(column.Name, Values<DateTimeOffset>(index), mask),
            _ => Texts(column.Name, index, mask),
        };
    }

    private T[] Values<T>(int index)
    {
        var all = new T[rows];
        var first = 0;
        foreach (var block in _blocks)
        {
            block.Parts[index].Values.CopyTo(all, first);
            first += block.Lines.Length;
        }

        return all;
    }

    // Each thread numbers texts on its own; here they get one number, in the order of first appearance.
    private StringColumn Texts(string name, int index, MissingMask mask)
    {
        var codes = Values<int>(index);
        var texts = new TextDictionary();
        var numbers = new Dictionary<ITextDictionary, int[]>(ReferenceEqualityComparer.Instance);
        var first = 0;
        foreach (var block in _blocks)
        {
            var part = block.Parts[index];
            if (!numbers.TryGetValue(part.Dictionary!, out var known))
                numbers.Add(part.Dictionary!, known = new int[part.Dictionary!.Count]);
            Renumber(codes.AsSpan(first, block.Lines.Length), part.Dictionary!, known, texts);
            first += block.Lines.Length;
        }

        return new StringColumn(name, codes, [.. Enumerable.Range(0, texts.Count).Select(texts.Text)], mask);
    }

    private static void Renumber(Span<int> codes, ITextDictionary from, int[] known, TextDictionary to)
    {
        foreach (ref var code in codes)
        {
            if (code < 0)
                continue;
            if (known[code] == 0)
                known[code] = to.Find(from.Utf8(code)) + 1;
            code = known[code] - 1;
        }
    }

    private RowOrigins Origins()
    {
        var lines = new int[rows];
        var offsets = source.Offsets();
        var at = 0;
        foreach (var block in _blocks)
        {
            foreach (var line in block.Lines)
                lines[at++] = source.LineOf(block.Block, offsets.Lines[block.Block] + line);
        }

        var counts = source.RowsByFile();
        var firstRows = new int[counts.Length];
        for (var i = 1; i < counts.Length; i++)
            firstRows[i] = firstRows[i - 1] + (int)counts[i - 1];
        return new RowOrigins(source.Names, firstRows, lines);
    }

    private IEnumerable<UnreadValues> Unread(bool notFinite)
    {
        for (var index = 0; index < source.Columns.Count; index++)
        {
            var (found, texts, first) = (new List<int>(), new List<string>(), 0);
            foreach (var block in _blocks)
            {
                foreach (var field in block.Parts[index].Unread.Where(field => field.NotFinite == notFinite))
                {
                    found.Add(first + field.Row);
                    if (texts.Count < KeptTexts)
                        texts.Add(field.Text);
                }

                first += block.Lines.Length;
            }

            if (found.Count > 0)
                yield return new UnreadValues { Column = source.Columns[index].Name, NotFinite = notFinite, Rows = found, Texts = texts };
        }
    }
}
