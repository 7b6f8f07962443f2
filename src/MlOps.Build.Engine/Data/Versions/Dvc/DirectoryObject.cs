using System.Text;
using System.Text.Json;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The list of a directory's files, whose bytes name the directory: DVC writes it with Python's <c>json.dumps(…,
/// sort_keys=True)</c>.</summary>
internal static class DirectoryObject
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    /// <summary>The bytes, entries in the order of their code points.</summary>
    public static byte[] Write(IEnumerable<DvcEntry> entries)
    {
        var text = new StringBuilder("[");
        foreach (var entry in entries.OrderBy(entry => entry.Path, CodePointOrder.Same))
        {
            text.Append(text.Length > 1 ? ", " : "").Append("{\"md5\": \"").Append(entry.Md5).Append("\", \"relpath\": ");
            PythonJson.Append(text, entry.Path);
            text.Append('}');
        }

        return Encoding.ASCII.GetBytes(text.Append(']').ToString());
    }

    /// <summary>The entries; null, with what is wrong, when the bytes are no such list or one of its paths leads elsewhere.</summary>
    public static IReadOnlyList<DvcEntry>? Read(ReadOnlyMemory<byte> bytes, out string? fault)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var entries = new List<DvcEntry>();
            fault = document.RootElement.ValueKind == JsonValueKind.Array ? Fill(document.RootElement, entries) : "it is no list";
            return fault is null ? entries : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            fault = "it is not valid JSON";
            return null;
        }
    }

    private static string? Fill(JsonElement list, List<DvcEntry> entries)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            if (Text(item, "relpath") is not { } path || Text(item, "md5") is not { } md5)
                return $"entry {entries.Count + 1} has no 'relpath' or no 'md5'";
            if (DvcHash.Parse(md5, legacy: false) is not { IsDirectory: false })
                return $"entry {entries.Count + 1} has the MD5 '{Shown(md5)}', which is none";
            if (SafePath.Fault(path) is { } reason)
                return $"entry {entries.Count + 1} has the path '{Shown(path)}', which {reason}";
            if (!names.Add(path))
                return $"the path '{Shown(path)}' stands in it twice";
            entries.Add(new DvcEntry(path, md5));
        }

        return entries.Find(entry => HasFileAbove(entry.Path, names)) is { Path: { } below } ? $"'{Shown(below)}' lies below a file" : null;
    }

    // A list with both 'a' and 'a/b' cannot be laid out.
    private static bool HasFileAbove(string path, HashSet<string> names)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (names.Contains(path[..slash]))
                return true;
        }

        return false;
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Shown(string text) => SafePath.Shown(text);
}
