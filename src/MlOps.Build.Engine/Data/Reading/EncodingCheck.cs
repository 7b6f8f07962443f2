using System.Buffers;
using System.Text;
using System.Text.Unicode;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Finds what makes a file no UTF-8 text. Blocks notice that something is wrong; this says what and where.</summary>
internal sealed class EncodingCheck(DataBytes file, DiagnosticBag diagnostics)
{
    private const int Chunk = 1 << 16;

    // A character has at most four bytes, so one cut off by a chunk is read again with the next.
    private readonly byte[] _buffer = new byte[Chunk];

    /// <summary>True, with an error, when the bytes at a file's start are the mark of another encoding.</summary>
    public static bool IsOther(string name, ReadOnlySpan<byte> start, DiagnosticBag diagnostics)
    {
        if (Utf16Or32(start) is not { } encoding)
            return false;
        diagnostics.Error(DataCodes.Encoding, $"the file is {encoding}; data files are UTF-8. Save it as UTF-8.", new(name, 1));
        return true;
    }

    /// <summary>True of UTF-8 without NUL.</summary>
    public static bool IsSound(ReadOnlySpan<byte> text) => Utf8.IsValid(text) && !text.Contains((byte)0);

    /// <summary>True, with an error, when some byte cannot stand in a data file.</summary>
    public bool Report()
    {
        var (invalid, nul) = (-1L, -1L);
        for (var at = 0L; at < file.Length && invalid < 0;)
        {
            var bytes = _buffer.AsSpan(0, file.Read(at, _buffer));
            if (nul < 0 && bytes.IndexOf((byte)0) is >= 0 and var found)
                nul = at + found;
            var sound = Utf8.IsValid(bytes) ? bytes.Length : FirstInvalid(bytes);
            var cut = bytes.Length - sound < 4 && at + bytes.Length < file.Length;
            if (sound < bytes.Length && !cut)
                invalid = at + sound;
            at += Math.Max(sound, 1);
        }

        if (invalid >= 0)
            ReportInvalid(invalid);
        else if (nul >= 0)
            ReportNul(nul);
        return invalid >= 0 || nul >= 0;
    }

    private static string? Utf16Or32(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        _ => null,
    };

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var consumed) == OperationStatus.Done)
            at += consumed;
        return at;
    }

    private void ReportInvalid(long at)
    {
        var value = new byte[1];
        file.Read(at, value);
        diagnostics.Error(
            DataCodes.Encoding,
            $"byte 0x{value[0]:X2} at offset {Shown.Count(at)} is not UTF-8; the file may be Latin-1 or Windows-1252. Save it as UTF-8.",
            new(file.Name, LineOf(at)));
    }

    private void ReportNul(long at) => diagnostics.Error(
        DataCodes.Encoding,
        $"a NUL byte at offset {Shown.Count(at)}; the file is binary, damaged or UTF-16. Save it as UTF-8 text.",
        new(file.Name, LineOf(at)));

    private int LineOf(long offset)
    {
        var line = 1;
        for (var at = 0L; at < offset; at += Chunk - 1)
        {
            // One byte of look-ahead tells a lone CR from the first half of CRLF.
            var bytes = _buffer.AsSpan(0, file.Read(at, _buffer));
            line += LineEnds.Count(bytes, (int)Math.Min(Chunk - 1, offset - at));
        }

        return line;
    }
}
