using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features;

/// <summary>The graph's inputs, and the lanes that begin at them.</summary>
internal sealed class RawColumns(Table table, int[] train, GraphBuilder graph)
{
    /// <summary>Adds an input for the column, of the type that <see cref="SignatureInput"/> states.</summary>
    public void AddInput(Column column) => graph.AddInput(column.Name, TypeOf(column.Type), null, 1);

    public Lane Lane(string name)
    {
        var column = table.Find(name)!;
        return column switch
        {
            StringColumn text => Category(text),
            DateColumn dates => new TimeLane(name, name, Times(column, row => dates.Values[row]), HasTimeOfDay: false),
            TimestampColumn times =>
                new TimeLane(name, name, Times(column, row => times.Values[row].ToUnixTimeMilliseconds()), HasTimeOfDay: true),
            BooleanColumn values => Number(column, row => values.Values[row] ? 1 : 0, whole: true),
            Int64Column values => Number(column, row => values.Values[row], whole: true),
            Float32Column values => Number(column, row => values.Values[row], whole: false),
            Float64Column values => Number(column, row => values.Values[row], whole: false),
            _ => throw new ArgumentException($"Columns of type {column.Type} cannot be features.", nameof(name)),
        };
    }

    public static OnnxType TypeOf(ColumnType type) => type switch
    {
        ColumnType.String => OnnxType.String,
        ColumnType.Date or ColumnType.Timestamp => OnnxType.Int64,
        _ => OnnxType.Double,
    };

    private NumberLane Number(Column column, Func<int, double> read, bool whole) =>
        new(column.Name, column.Name, [.. train.Select(row => column.IsMissing(row) ? double.NaN : read(row))], whole);

    private long[] Times(Column column, Func<int, long> read) =>
        [.. train.Select(row => column.IsMissing(row) ? ModelSignature.MissingTime : read(row))];

    // Only what training rows hold is a level. A text that is the marker itself cannot be told from a missing one in the graph.
    private CategoryLane Category(StringColumn column)
    {
        var levels = new List<string>();
        var levelOf = new int[column.Dictionary.Count];
        Array.Fill(levelOf, -1);
        var codes = new int[train.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var code = column.Values[train[i]];
            codes[i] = code < 0 || column.Dictionary[code] == ModelSignature.MissingText ? -1 : Level(code);
        }

        return new CategoryLane(column.Name, column.Name, codes, levels, CategoryKeys.Of(levels));

        int Level(int code)
        {
            if (levelOf[code] < 0)
            {
                levelOf[code] = levels.Count;
                levels.Add(column.Dictionary[code]);
            }

            return levelOf[code];
        }
    }
}
