using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Features;

/// <summary>Takes rows of a table as the tensors that a graph with the signature reads.</summary>
internal static class TableTensors
{
    /// <summary>One tensor <c>[rows, 1]</c> an input of the signature; a column that the table lacks is missing in every row.</summary>
    /// <exception cref="ArgumentException">A column has another type than the signature says.</exception>
    public static IReadOnlyDictionary<string, Tensor> Of(Table table, ModelSignature signature, ReadOnlySpan<int> rows)
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var input in signature.Inputs)
            tensors.Add(input.Name, Of(table.Find(input.Name), input, rows));
        return tensors;
    }

    private static Tensor Of(Column? column, SignatureInput input, ReadOnlySpan<int> rows) => RawColumns.TypeOf(input.Type) switch
    {
        Inference.Onnx.OnnxType.String => Make(rows, Texts(column, input), ModelSignature.MissingText, column),
        Inference.Onnx.OnnxType.Int64 => Make(rows, Times(column, input), ModelSignature.MissingTime, column),
        _ => Make(rows, Numbers(column, input), double.NaN, column),
    };

    private static Tensor<T> Make<T>(ReadOnlySpan<int> rows, Func<int, T> read, T missing, Column? column)
    {
        var values = new T[rows.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = column is null || column.IsMissing(rows[i]) ? missing : read(rows[i]);
        return Tensor.Create(values, rows.Length, 1);
    }

    private static Func<int, string> Texts(Column? column, SignatureInput input) => column switch
    {
        null => _ => ModelSignature.MissingText,
        StringColumn text => row => text.Dictionary[text.Values[row]],
        _ => throw Wrong(column, input),
    };

    private static Func<int, long> Times(Column? column, SignatureInput input) => column switch
    {
        null => _ => ModelSignature.MissingTime,
        DateColumn dates when input.Type == ColumnType.Date => row => dates.Values[row],
        TimestampColumn times when input.Type == ColumnType.Timestamp => row => times.Values[row].ToUnixTimeMilliseconds(),
        _ => throw Wrong(column, input),
    };

    private static Func<int, double> Numbers(Column? column, SignatureInput input) => column switch
    {
        null => _ => double.NaN,
        BooleanColumn values => row => values.Values[row] ? 1 : 0,
        Int64Column values => row => values.Values[row],
        Float32Column values => row => values.Values[row],
        Float64Column values => row => values.Values[row],
        _ => throw Wrong(column, input),
    };

    private static ArgumentException Wrong(Column column, SignatureInput input) =>
        new($"The column '{column.Name}' has the type {column.Type}; the model takes {input.Type}.");
}
