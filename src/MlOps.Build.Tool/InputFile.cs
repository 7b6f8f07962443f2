using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool;

/// <summary>Files that a command line names.</summary>
internal static class InputFile
{
    /// <summary>The bytes; null, with an error at the file, when it cannot be read.</summary>
    public static byte[]? Bytes(ToolEnvironment environment, string file, DiagnosticBag diagnostics)
    {
        try
        {
            return File.ReadAllBytes(environment.FullPath(file));
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            diagnostics.Error(BuildCodes.InputUnreadable, $"cannot be read: {exception.Message.ReplaceLineEndings(" ")}", new SourcePosition(file));
            return null;
        }
    }

    /// <summary>UTF-8 text with or without byte order mark.</summary>
    public static string? Text(ToolEnvironment environment, string file, DiagnosticBag diagnostics)
    {
        if (Bytes(environment, file, diagnostics) is not { } bytes)
            return null;
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Error(BuildCodes.InputUnreadable, "is not UTF-8 text. Save it as UTF-8.", new SourcePosition(file));
            return null;
        }
    }
}
