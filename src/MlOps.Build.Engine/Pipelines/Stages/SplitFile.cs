using System.Runtime.InteropServices;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>
/// <c>split.bin</c>: the label of every row and the rows of each part. Little-endian: the class names, the float32 labels, as many weights or none, as many int32 numbers of lists or none, then train,
/// validation and test as int32 row numbers; each preceded by its length.
/// </summary>
internal static class SplitFile
{
    public static byte[] Write(Label label, Split split)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(label.Classes.Count);
        foreach (var name in label.Classes)
            writer.Write(name);
        Write<float>(writer, label.Values);
        Write<float>(writer, label.Weights ?? []);
        Write<int>(writer, label.Lists ?? []);
        Write<int>(writer, split.Train);
        Write<int>(writer, split.Validation);
        Write<int>(writer, split.Test);
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write(Label, Split)"/> made.</summary>
    public static (Label Label, Split Split) Read(byte[] bytes, SplitSummary summary)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var classes = new string[reader.ReadInt32()];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = reader.ReadString();
        var (values, weights, lists) = (Read<float>(reader), Read<float>(reader), Read<int>(reader));
        var label = new Label
        {
            Values = values,
            Classes = classes,
            Weights = weights.Length > 0 ? weights : null,
            Lists = lists.Length > 0 ? lists : null,
        };
        var split = new Split { Train = Read<int>(reader), Validation = Read<int>(reader), Test = Read<int>(reader), Summary = summary };
        return (label, split);
    }

    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
