using System.IO.Compression;
using System.Text;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Packed files that were changed anywhere: the table that the text inside holds, or an error with a code; never an exception or another value.</summary>
public sealed class PackedFuzzTests : IDisposable
{
    private readonly PackedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // gzip has a checksum: whatever still unpacks is the text that was packed.
    [Theory]
    [InlineData("penguins.csv.gz", 51)]
    [InlineData("penguins.csv.br", 52)]
    public void Changed_bytes_give_the_text_that_the_framework_unpacks_or_an_error(string file, int first)
    {
        var (original, whole) = (File.ReadAllBytes(RealFiles.Path(file)), Shown(RealFiles.Read("penguins.csv")));
        foreach (var seed in FuzzSeeds.From(first, 300))
        {
            var random = new SeededRandom(seed);
            var bytes = original.ToList();
            for (var change = random.Next(3); change >= 0; change--)
                TextMutation.Change(bytes, random);
            var (reading, place) = (_folder.Read(file, [.. bytes], null), $"MLOPS_FUZZ_SEED={seed}");
            reading.Diagnostics.HasErrors.ShouldBe(reading.Table is null, place);
            reading.Diagnostics.ShouldAllBe(said => said.Position.File == file, place);
            if (reading.Table is { } table)
                Shown(table).ShouldBe(file.EndsWith(".gz", StringComparison.Ordinal) ? whole : Shown(Reading.Of(Unpacked([.. bytes])).Table.ShouldNotBeNull(place)), place);
        }
    }

    [Theory]
    [InlineData(".gz", 53)]
    [InlineData(".br", 54)]
    public void A_changed_text_reads_packed_as_it_reads_plain(string ending, int first)
    {
        var original = File.ReadAllBytes(RealFiles.Path("penguins.csv")).AsSpan(0, 3000).ToArray();
        foreach (var seed in FuzzSeeds.From(first, 200))
        {
            var bytes = TextMutation.Of(original, new SeededRandom(seed));
            var (plain, packed) = (_folder.Read("data.csv", bytes, null), _folder.Read($"data.csv{ending}", Packed(bytes, ending), null));
            var place = $"MLOPS_FUZZ_SEED={seed}: {Encoding.UTF8.GetString(bytes)}";
            packed.Messages.ShouldBe(plain.Messages.Select(message => message.Replace("data.csv", $"data.csv{ending}")), place);
            (packed.Table is null).ShouldBe(plain.Table is null, place);
            if (plain.Table is { } table)
                Shown(packed.Table!).ShouldBe(Shown(table), place);
        }
    }

    private static byte[] Packed(byte[] bytes, string ending)
    {
        var packed = new MemoryStream();
        using (Stream packing = ending == ".gz" ? new GZipStream(packed, CompressionMode.Compress) : new BrotliStream(packed, CompressionMode.Compress))
            packing.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        var text = new MemoryStream();
        using (var unpacking = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress))
            unpacking.CopyTo(text);
        return text.ToArray();
    }

    private static string Shown(Table table) => string.Join('\n', table.Columns.Select(column =>
        $"{column.Name} {column.Type}: {string.Join('|', Enumerable.Range(0, column.Length).Select(row => column.Text(row) ?? "missing"))}"));
}
