using System.Runtime.ExceptionServices;
using System.Text;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Writes files that appear whole or not at all: beside their place, then renamed.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    // File.WriteAllBytes reserves the space first, and a disk without it ends in an exception that does not say so by its number.
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = Beside(path);
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
                stream.Write(bytes);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception)
        {
            throw Failed(beside, exception);
        }
    }

    /// <summary>Writes what need not be in memory at once.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        var beside = Beside(path);
        try
        {
            using (var writer = new StreamWriter(beside, append: false, Utf8))
                write(writer);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception)
        {
            throw Failed(beside, exception);
        }
    }

    /// <summary>Writes and has the disk confirm it: for the files whose existence means that something is done.</summary>
    public static void WriteThrough(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(Utf8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    public static void Copy(string source, string path)
    {
        var beside = Beside(path);
        try
        {
            File.Copy(source, beside, overwrite: true);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception)
        {
            throw Failed(beside, exception);
        }
    }

    /// <summary>Writes only when the file holds something else.</summary>
    /// <returns>True when it was written.</returns>
    public static bool WriteIfDifferent(string path, string text) => WriteIfDifferent(path, Utf8.GetBytes(text));

    /// <inheritdoc cref="WriteIfDifferent(string, string)"/>
    public static bool WriteIfDifferent(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Write(path, bytes);
        return true;
    }

    private static string Beside(string path) => $"{path}.{Environment.ProcessId}.tmp";

    private static Exception Failed(string beside, Exception exception)
    {
        Drop(beside);
        if (!IoFailure.Knows(exception))
            ExceptionDispatchInfo.Throw(exception);
        return new FailedWriteException(Path.GetDirectoryName(beside)!, exception);
    }

    private static void Drop(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The write's own exception says what is wrong; the leftover is swept at the next start.
        }
    }
}
