using System.Buffers;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Reads the files that people write: contract, configuration and checklist.</summary>
internal static class ProjectText
{
    /// <summary>The text; null, with an error at its place, when the file cannot be read or is not UTF-8. A byte order mark is followed.</summary>
    public static string? Read(ModelProject project, string path, DiagnosticBag diagnostics) => Read(project.Display(path), path, diagnostics);

    /// <inheritdoc cref="Read(ModelProject, string, DiagnosticBag)"/>
    /// <param name="file">The file as the user knows it.</param>
    /// <param name="path">Its absolute path.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static string? Read(string file, string path, DiagnosticBag diagnostics)
    {
        try
        {
            FileKind.Check(path);
            var bytes = File.ReadAllBytes(path);
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Decoded(reader) ?? Refuse(bytes, file, diagnostics);
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            var reason = exception.Message.ReplaceLineEndings(" ");
            diagnostics.Error(BuildCodes.InputUnreadable, $"cannot be read: {reason}", new SourcePosition(file));
            return null;
        }
    }

    private static string? Decoded(StreamReader reader)
    {
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Refuse(byte[] bytes, string file, DiagnosticBag diagnostics)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(valid), out _, out var length) == OperationStatus.Done)
            valid += length;
        var line = bytes.AsSpan(0, valid).Count((byte)'\n') + 1;
        diagnostics.Error(
            BuildCodes.InputUnreadable,
            $"byte 0x{bytes[valid]:X2} is not UTF-8; the file may be Latin-1 or Windows-1252. Save it as UTF-8.",
            new SourcePosition(file, line));
        return null;
    }
}
