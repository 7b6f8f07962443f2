using System.IO.Compression;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Compressed files and JSON Lines hold the table that the plain file holds; damaged ones are named.</summary>
public sealed class PackedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-packed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Made by gzip 1.12, by zstd 1.5.4, by Node's Brotli, by pandas, and by DuckDB.
    [Theory]
    [InlineData("penguins.csv.gz")]
    [InlineData("penguins.csv.zst")]
    [InlineData("penguins.jsonl.zst")]
    [InlineData("penguins.csv.br")]
    [InlineData("penguins.jsonl")]
    [InlineData("penguins.parquet")]
    public void A_table_is_the_same_in_every_form(string file)
    {
        var (plain, other) = (RealFiles.Read("penguins.csv"), RealFiles.Read(file));
        foreach (var (column, same) in plain.Columns.Zip(other.Columns))
        {
            (same.Name, same.Type).ShouldBe((column.Name, column.Type));
            Enumerable.Range(0, other.RowCount).Select(same.Text).ShouldBe(Enumerable.Range(0, plain.RowCount).Select(column.Text), column.Name);
        }

        other.Origins.File(0).ShouldBe(file);
        other.Origins.Line(other.RowCount - 1).ShouldBe(plain.Origins.Line(plain.RowCount - 1) - (file.Contains(".csv", StringComparison.Ordinal) ? 0 : 1));
    }

    [Theory]
    [InlineData("penguins.csv.gz")]
    [InlineData("penguins.csv.zst")]
    [InlineData("penguins.csv.br")]
    public void A_file_that_is_cut_off_anywhere_is_damaged(string file)
    {
        var whole = File.ReadAllBytes(RealFiles.Path(file));
        for (var length = whole.Length - 1; length > 0; length -= length > whole.Length - 20 ? 1 : 211)
        {
            var (table, messages) = Read(file, whole[..length]);
            table.ShouldBeNull($"cut to {length}");
            messages.ShouldHaveSingleItem().ShouldStartWith($"{file}: error MLOPS1160: the ");
        }
    }

    [Theory]
    [InlineData("penguins.csv.gz")]
    [InlineData("penguins.csv.zst")]
    public void A_changed_byte_is_noticed(string file)
    {
        var bytes = File.ReadAllBytes(RealFiles.Path(file));
        for (var at = 10; at < bytes.Length; at += 97)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 0x10;
            Read(file, changed).Table.ShouldBeNull($"byte {at}");
        }
    }

    [Fact]
    public void Members_of_gzip_in_a_row_are_one_file_and_text_after_them_is_damage()
    {
        var (first, second) = (Gzip("a,b\n1,x\n"), Gzip("2,y\n"));
        Read("a.csv.gz", [.. first, .. second]).Table.ShouldNotBeNull().RowCount.ShouldBe(2);
        Read("a.csv.gz", [.. first, 1, 2, 3]).Table.ShouldBeNull();
    }

    [Fact]
    public void A_file_that_would_fill_the_disk_is_stopped()
    {
        var bytes = new MemoryStream();
        using (var packing = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var i = 0; i < 80; i++)
                packing.Write(new byte[1 << 20]);
        }

        Read("bomb.csv.br", bytes.ToArray()).Messages.ShouldHaveSingleItem().ShouldContain("error MLOPS1160: it unpacks to more than 1,000 times its size");
    }

    // A frame without checksum whose blocks repeat one byte: four bytes make 128 KiB.
    [Fact]
    public void A_zstd_file_that_would_fill_the_disk_is_stopped()
    {
        const int blocks = 600;
        byte[] block = [0x02, 0x00, 0x10, (byte)'x'];
        byte[] bomb = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38, .. Enumerable.Repeat(block, blocks).SelectMany(bytes => bytes)];
        Read("bomb.csv.zst", bomb).Messages.ShouldHaveSingleItem().ShouldContain("error MLOPS1160: it unpacks to more than 1,000 times its size");
    }

    [Fact]
    public void A_compression_that_cannot_be_read_is_named() =>
        Read("a.csv.xz", [1, 2, 3]).Messages.ShouldHaveSingleItem()
            .ShouldBe("a.csv.xz: error MLOPS1161: '.xz' files cannot be read. Unpack the file, or pack it as .gz, .zst or .br.");

    [Fact]
    public void Keys_are_columns_and_lines_stay_lines()
    {
        var table = Read("a.jsonl", "{\"n\": 1, \"t\": \"two\\nlines\"}\n\n{\"t\": \"\\\"q\\\"\", \"late\": true}\n{\"n\": null, \"t\": \"NA\"}"u8.ToArray()).Table.ShouldNotBeNull();
        table.Columns.Select(column => column.Name).ShouldBe(["n", "t", "late"]);
        Texts(table, "n").ShouldBe(["1", null, null]);
        Texts(table, "t").ShouldBe(["two\nlines", "\"q\"", "NA"]);
        Texts(table, "late").ShouldBe([null, "true", null]);
        Enumerable.Range(0, 3).Select(table.Origins.Line).ShouldBe([1, 3, 4]);
    }

    [Fact]
    public void A_null_in_a_file_of_one_key_is_a_row_and_a_key_of_two_lines_moves_none()
    {
        var table = Read("a.jsonl", "{\"a\\nb\": 1}\n{\"a\\nb\": null}\n{}\n\n{\"a\\nb\": 4}\n"u8.ToArray()).Table.ShouldNotBeNull();
        table.Columns.ShouldHaveSingleItem().Type.ShouldBe(ColumnType.Int64);
        Texts(table, "a\nb").ShouldBe(["1", null, null, "4"]);
        Enumerable.Range(0, 4).Select(table.Origins.Line).ShouldBe([1, 2, 3, 5]);
    }

    [Theory]
    [InlineData("{\"a\":1,\"b\":2}\n[1]\n", "a.jsonl(2): error MLOPS1162: the line is no JSON object.")]
    [InlineData("{\"a\":1,\"b\":2}\n{\"a\":1,\n", "a.jsonl(2): error MLOPS1162: no JSON object: ")]
    [InlineData("{\"a\":1,\"b\":2}\n\n{\"a\":{\"c\":1}}\n", "a.jsonl(3): error MLOPS1163: 'a' holds an object; a column holds single values. Flatten it.")]
    [InlineData("{\"a\":[1]}\n", "a.jsonl(1): error MLOPS1163: 'a' holds a list; a column holds single values. Flatten it.")]
    [InlineData("{\"a\":1,\"a\":2}\n", "a.jsonl(1): error MLOPS1162: 'a' stands twice in one object. Remove one.")]
    [InlineData("{\"a\":1} {\"a\":2}\n", "a.jsonl(1): error MLOPS1162: ")]
    [InlineData("{\"a\":\"\\ud800\",\"b\":1}\n", "a.jsonl(1): error MLOPS1162: a text holds half a surrogate pair, which is no Unicode. Mend the escape.")]
    [InlineData("{\"a\":1,\"b\":2}\n{\"a\":\"x\\u0000\",\"b\":1}\n", "a.jsonl(2): error MLOPS1162: a text holds \\u0000, which is binary. Take it out.")]
    [InlineData("{\"a\":1,\"b\":2}\n{\"a\\u0000\":\"x\",\"b\":1}\n", "a.jsonl(2): error MLOPS1162: a key holds \\u0000, which is no text. Rename it.")]
    [InlineData("{\"a\":1,\"b\":2}\n{\"a\":\"x\0\",\"b\":1}\n", "a.jsonl(2): error MLOPS1162: no JSON object: '0x00' is invalid within a JSON string.")]
    [InlineData("{\"a\":1,\"b\":2}\n{\"\\udc00\":\"x\",\"b\":1}\n", "a.jsonl(2): error MLOPS1162: a key holds half a surrogate pair")]
    public void A_line_that_is_no_flat_object_is_named(string text, string message)
    {
        var (table, messages) = Read("a.jsonl", Encoding.UTF8.GetBytes(text));
        table.ShouldBeNull();
        messages.ShouldHaveSingleItem().ShouldStartWith(message);
    }

    [Fact]
    public void A_small_file_whose_lines_have_keys_of_their_own_does_not_fill_the_disk()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{{\"{i}\":1}}\n"));
        var (table, messages) = Read("a.jsonl", Encoding.UTF8.GetBytes(text));
        table.ShouldBeNull();
        messages.ShouldBe(["a.jsonl: error MLOPS1162: 30,000 lines with 30,000 different keys make a table of 900,000,000 fields, nearly all of them empty. "
            + "Let keys name columns, and put what differs from line to line into values."]);
    }

    [Fact]
    public void Files_of_JSON_Lines_with_other_keys_are_one_table()
    {
        File.WriteAllText(Path.Combine(_folder, "1.jsonl"), "{\"a\":1,\"b\":2}\n");
        File.WriteAllText(Path.Combine(_folder, "2.jsonl"), "{\"c\":3,\"b\":4}\n");
        var diagnostics = new DiagnosticBag();
        var table = TableReader.Read([Source("1.jsonl"), Source("2.jsonl")], null, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        Texts(table, "c").ShouldBe([null, "3"]);
        table.Origins.File(1).ShouldBe("2.jsonl");
        table.Origins.Line(1).ShouldBe(1);
    }

    private DataSource Source(string name) => new(Path.Combine(_folder, name), name);

    private (Table? Table, List<string> Messages) Read(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder, name), bytes);
        var diagnostics = new DiagnosticBag();
        return (TableReader.Read([Source(name)], null, diagnostics, TestContext.Current.CancellationToken), Tables.Lines(diagnostics));
    }

    private static List<string?> Texts(Table table, string name)
    {
        var column = table.Find(name).ShouldNotBeNull();
        return [.. Enumerable.Range(0, column.Length).Select(column.Text)];
    }

    private static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var packing = new GZipStream(bytes, CompressionMode.Compress))
            packing.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
