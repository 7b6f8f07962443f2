using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Whatever the lines: the values that the framework's own parser finds in each of them, or an error at a line; never an exception.</summary>
public sealed class JsonLinesFuzzTests : IDisposable
{
    private const string Single = "{\"a\": 1}\n{\"a\": null}\n{}\n\n{\"a\": \"\"}\n{\"a\": \"x,\\n\\\"y\\\"\"}\n{\"a\": \"NA\"}\n{\"a\": true}\n";
    private readonly PackedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_real_file_with_random_changes_gives_its_values_or_errors() => Fuzz(File.ReadAllBytes(RealFiles.Path("penguins.jsonl")).AsSpan(0, 1500).ToArray(), 41, 250);

    [Fact]
    public void A_file_of_one_key_with_random_changes_gives_its_values_or_errors() => Fuzz(Encoding.UTF8.GetBytes(Single), 42, 500);

    private void Fuzz(byte[] original, int first, int count)
    {
        Check(original, "as it is");
        foreach (var seed in FuzzSeeds.From(first, count))
            Check(TextMutation.Of(original, new SeededRandom(seed)), $"MLOPS_FUZZ_SEED={seed}");
    }

    private void Check(byte[] bytes, string seed)
    {
        var place = $"{seed}: {Encoding.UTF8.GetString(bytes)}";
        var inferred = _folder.Read("a.jsonl", bytes, null);
        inferred.Diagnostics.HasErrors.ShouldBe(inferred.Table is null, place);
        inferred.Diagnostics.ShouldAllBe(said => said.Position.File == "a.jsonl" && !said.Message.Contains('\n'), place);
        if (Expected(bytes) is not { } rows)
        {
            inferred.Table.ShouldBeNull(place);
            return;
        }

        var keys = rows.SelectMany(row => row.Fields.Keys).Distinct().ToList();
        if (rows.Count == 0 || keys.Count == 0 || keys.Any(string.IsNullOrWhiteSpace))
            return;
        var schema = new DataSchema { Columns = [.. keys.Select(key => new ColumnSchema { Name = key, Type = ColumnType.String })] };
        var reading = _folder.Read("a.jsonl", bytes, schema);
        var table = reading.Table.ShouldNotBeNull($"{string.Join('\n', reading.Messages)} {place}");
        table.RowCount.ShouldBe(rows.Count, place);
        Enumerable.Range(0, table.RowCount).Select(table.Origins.Line).ShouldBe(rows.Select(row => row.Line), place);
        foreach (var key in keys)
            reading.Texts(key).ShouldBe(rows.Select(row => row.Fields.GetValueOrDefault(key)), place);
    }

    // Null when a line is no flat object.
    private static List<(int Line, Dictionary<string, string?> Fields)>? Expected(ReadOnlySpan<byte> bytes)
    {
        var rows = new List<(int, Dictionary<string, string?>)>();
        var rest = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        for (var line = 1; rest.Length > 0; line++)
        {
            var end = rest.IndexOf((byte)'\n');
            var text = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (text.Trim(" \t\r"u8).IsEmpty)
                continue;
            if (Fields(text.ToArray()) is not { } fields)
                return null;
            rows.Add((line, fields));
        }

        return rows;
    }

    private static Dictionary<string, string?>? Fields(byte[] line)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(line);
            var fields = new Dictionary<string, string?>();
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            foreach (var field in json.RootElement.EnumerateObject())
            {
                if (field.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    return null;
                var text = field.Value.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.String => field.Value.GetString(), _ => field.Value.GetRawText() };
                if (!fields.TryAdd(field.Name, text))
                    return null;
            }

            return fields.Any(field => field.Key.Contains('\0') || field.Value?.Contains('\0') == true) ? null : fields;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
