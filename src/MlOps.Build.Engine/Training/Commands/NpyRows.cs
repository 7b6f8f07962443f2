using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>
/// Rows as NumPy's array file, version 1.0 (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html): row-major little-endian
/// float32, the features of a row and then its weight, list and label.
/// </summary>
internal static class NpyRows
{
    // The values begin at a multiple of this, so that they can be mapped into memory.
    private const int Alignment = 64;

    public static void Write(string path, TrainingSet set, IReadOnlyList<RowColumn> columns)
    {
        using var stream = new BufferedStream(File.Create(path), 1 << 16);
        var features = set.Features.Columns;
        var row = new float[features + columns.Count];
        stream.Write(Header(set.Labels.Length, row.Length));
        for (var i = 0; i < set.Labels.Length; i++)
        {
            set.Features.Row(i).CopyTo(row);
            for (var k = 0; k < columns.Count; k++)
                row[features + k] = columns[k].Value(set, i);
            stream.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        }
    }

    private static byte[] Header(int rows, int columns)
    {
        const int Before = 10;
        var text = string.Create(CultureInfo.InvariantCulture, $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {columns}), }}");
        var length = (Before + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        var header = new byte[length];
        header.AsSpan().Fill((byte)' ');
        ReadOnlySpan<byte> start = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)((length - Before) & 0xFF), (byte)((length - Before) >> 8)];
        start.CopyTo(header);
        Encoding.ASCII.GetBytes(text, header.AsSpan(Before));
        header[^1] = (byte)'\n';
        return header;
    }
}
