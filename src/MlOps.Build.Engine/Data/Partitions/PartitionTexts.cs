using System.Text;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Partitions;

/// <summary>Texts, in one dictionary for all files.</summary>
internal sealed class PartitionTexts(BatchColumn column, string?[] texts) : PartitionColumn
{
    private readonly TextBatch _batch = new(column);
    private readonly TextDictionary _dictionary = new();
    private int[] _codes = [];
    private bool _isMissing;

    public override ColumnBatch Batch => _batch;

    protected override void Take(int file, int rows)
    {
        if (_codes.Length < rows)
            _codes = new int[rows];
        _isMissing = texts[file] is null;
        Array.Fill(_codes, texts[file] is { } text ? _dictionary.Find(Encoding.UTF8.GetBytes(text)) : -1);
    }

    protected override void Show(int rows) => _batch.Show(_codes, 0, rows, _dictionary, Missing(rows, _isMissing), _isMissing ? rows : 0);
}
