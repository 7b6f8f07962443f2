using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// The results of a search, a line each as soon as there is one, so that a build that was killed goes on where it was. A file of another
/// stage key begins anew, and what follows the last whole line of a known form was being written when the power went, and is cut off.
/// </summary>
internal sealed class TrialFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TuningTrial> _known = [];

    private TrialFile(FileStream stream) => _stream = stream;

    /// <summary>Results of an earlier build of the same search, by number.</summary>
    public IReadOnlyDictionary<int, TuningTrial> Known => _known;

    /// <summary>Seconds that earlier builds have used of a time budget.</summary>
    public double SecondsUsed { get; private set; }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public static TrialFile Open(string path, string key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new TrialFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));
        try
        {
            file.Begin(key);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a result; returns when the system has it. Safe for concurrent use.</summary>
    public void Append(TuningTrial trial, double? seconds) => Write(new TrialLine { Trial = trial, Seconds = seconds });

    public void Dispose() => _stream.Dispose();

    private void Begin(string key)
    {
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var end = 0;
        foreach (var (line, next) in Lines(bytes))
        {
            if (end == 0 ? line.Key != key : line.Trial is null)
                break;
            end = next;
            if (line.Trial is not { } trial)
                continue;
            _known[trial.Number] = trial;
            SecondsUsed = Math.Max(SecondsUsed, line.Seconds ?? 0);
        }

        _stream.SetLength(end);
        _stream.Seek(end, SeekOrigin.Begin);
        if (end == 0)
            Write(new TrialLine { Key = key });
    }

    private static IEnumerable<(TrialLine Line, int Next)> Lines(byte[] bytes)
    {
        for (var start = 0; ;)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0 || Line(bytes.AsSpan(start, length)) is not { } line)
                yield break;
            start += length + 1;
            yield return (line, start);
        }
    }

    private static TrialLine? Line(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, TrialJson.Default.TrialLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Write(TrialLine line)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, TrialJson.Default.TrialLine), (byte)'\n'];
        lock (_gate)
            _stream.Write(bytes);
    }
}
