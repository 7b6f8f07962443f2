using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Tells JSON from other text. NaN and Infinity, which Python's reader takes, are none.</summary>
internal static class JsonTexts
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 900 };

    public static bool Parses(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
