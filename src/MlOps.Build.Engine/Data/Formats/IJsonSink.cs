using System.Text.Json;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>Takes the lines of a JSON Lines file.</summary>
internal interface IJsonSink
{
    /// <summary>A key's value, which <paramref name="reader"/> stands on: a text, a number, true, false or null.</summary>
    void Value(string key, ref Utf8JsonReader reader);

    /// <summary>The line's end; <paramref name="blank"/> when nothing stood on it.</summary>
    void EndLine(bool blank);
}
