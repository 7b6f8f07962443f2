using System.Text;
using System.Text.Unicode;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The bytes of a data file, checked to be UTF-8 text.</summary>
internal sealed class DataFileContent
{
    private readonly byte[] _bytes;
    private readonly int _start;

    private DataFileContent(string name, byte[] bytes, int start)
    {
        Name = name;
        _bytes = bytes;
        _start = start;
    }

    /// <summary>The file as the user knows it.</summary>
    public string Name { get; }

    /// <summary>The text without byte order mark.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(_start);

    /// <summary>Null, with an error, when the file cannot be read, is empty or is not UTF-8.</summary>
    public static DataFileContent? Load(DataSource source, DiagnosticBag diagnostics) =>
        ReadBytes(source, diagnostics) is { } bytes ? Check(source.Name, bytes, diagnostics) : null;

    internal static DataFileContent? Check(string name, byte[] bytes, DiagnosticBag diagnostics)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var text = bytes.AsSpan(start);
        if (Utf16Or32(bytes) is { } encoding)
            diagnostics.Error(DataCodes.Encoding, $"the file is {encoding}; data files are UTF-8. Save it as UTF-8.", new(name, 1));
        else if (!text.ContainsAnyExcept((byte)' ', (byte)'\r', (byte)'\n'))
            diagnostics.Error(DataCodes.EmptyFile, "the file is empty. It needs a header and at least one row.", new(name));
        else if (!Utf8.IsValid(text))
            ReportInvalid(name, bytes, start + FirstInvalid(text), diagnostics);
        else if (text.Contains((byte)0))
            ReportNul(name, bytes, start + text.IndexOf((byte)0), diagnostics);
        else
            return new DataFileContent(name, bytes, start);
        return null;
    }

    private static byte[]? ReadBytes(DataSource source, DiagnosticBag diagnostics)
    {
        try
        {
            return File.ReadAllBytes(source.Path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnostics.Error(DataCodes.NoDataFile, "the data file does not exist. Add it, or change MlOpsData.", new(source.Name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
            diagnostics.Error(DataCodes.Unreadable, $"the data file cannot be read: {reason}.", new(source.Name));
        }

        return null;
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
        while (Rune.DecodeFromUtf8(text[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            at += consumed;
        return at;
    }

    private static void ReportInvalid(string name, byte[] bytes, int at, DiagnosticBag diagnostics) =>
        diagnostics.Error(
            DataCodes.Encoding,
            $"byte 0x{bytes[at]:X2} at offset {Shown.Count(at)} is not UTF-8; the file may be Latin-1 or Windows-1252. Save it as UTF-8.",
            new(name, LineOf(bytes, at)));

    private static void ReportNul(string name, byte[] bytes, int at, DiagnosticBag diagnostics) =>
        diagnostics.Error(
            DataCodes.Encoding,
            $"a NUL byte at offset {Shown.Count(at)}; the file is binary, damaged or UTF-16. Save it as UTF-8 text.",
            new(name, LineOf(bytes, at)));

    private static int LineOf(ReadOnlySpan<byte> bytes, int offset)
    {
        var line = 1;
        for (var i = 0; i < offset; i++)
        {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.Length || bytes[i + 1] != '\n')))
                line++;
        }

        return line;
    }
}
