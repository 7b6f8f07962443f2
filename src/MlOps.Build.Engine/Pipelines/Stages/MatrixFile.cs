using System.Runtime.InteropServices;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>A feature matrix as a file: rows, names, categories, then row-major float32, little-endian.</summary>
internal static class MatrixFile
{
    public static void Write(string path, FeatureMatrix matrix)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        using var writer = new BinaryWriter(stream);
        writer.Write(matrix.Rows);
        writer.Write(matrix.Columns);
        foreach (var name in matrix.Names)
            writer.Write(name);
        writer.Write(matrix.Categories.Count);
        foreach (var count in matrix.Categories)
            writer.Write(count);
        writer.Flush();
        stream.Write(MemoryMarshal.AsBytes(matrix.Values.AsSpan()));
    }

    /// <exception cref="EndOfStreamException">The file is shorter than it says.</exception>
    public static FeatureMatrix Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var reader = new BinaryReader(stream);
        var rows = reader.ReadInt32();
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.ReadString();
        var categories = new int[reader.ReadInt32()];
        for (var i = 0; i < categories.Length; i++)
            categories[i] = reader.ReadInt32();
        var values = new float[(long)rows * names.Length];
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new FeatureMatrix(rows, names, values) { Categories = categories };
    }
}
