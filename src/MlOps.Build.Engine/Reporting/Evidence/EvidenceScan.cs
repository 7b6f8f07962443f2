using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Evidence;

/// <summary>
/// A first look at a file that may come from anywhere: is it JSON to its end, of which format, and no array with a hole in it. Nothing is
/// built from it yet, so that a newer format is told from a damaged file.
/// </summary>
internal readonly ref struct EvidenceScan
{
    private const int MostDepth = 64;

    private EvidenceScan(int? format, long hole) => (Format, Hole) = (format, hole);

    /// <summary>The format that the file says it has; null when it does not say.</summary>
    public int? Format { get; }

    /// <summary>Where an array holds null; -1 when none does.</summary>
    public long Hole { get; }

    /// <exception cref="JsonException">It is not JSON, or nested deeper than evidence is.</exception>
    public static EvidenceScan Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
        var inArray = new Stack<bool>();
        int? format = null;
        var hole = -1L;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                inArray.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                inArray.Pop();
            else if (reader.TokenType == JsonTokenType.Null && hole < 0 && inArray.TryPeek(out var array) && array)
                hole = reader.TokenStartIndex;
            else if (IsFormat(ref reader) && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
                format = number;
        }

        return new EvidenceScan(format, hole);
    }

    /// <summary>Line and column of a byte, both 1-based.</summary>
    public static SourcePosition Place(string file, ReadOnlySpan<byte> json, long at)
    {
        var before = json[..(int)at];
        return new SourcePosition(file, before.Count((byte)'\n') + 1, (int)at - before.LastIndexOf((byte)'\n'));
    }

    private static bool IsFormat(ref Utf8JsonReader reader) =>
        reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("format"u8);
}
