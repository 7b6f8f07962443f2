using System.Text.Json;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>The first pass: which columns there are.</summary>
internal sealed class JsonNames(JsonColumns columns) : IJsonSink
{
    /// <summary>Lines with an object.</summary>
    public long Lines { get; private set; }

    public void Value(string key, ref Utf8JsonReader reader) => columns.Add(key);

    public void EndLine(bool blank) => Lines += blank ? 0 : 1;
}
