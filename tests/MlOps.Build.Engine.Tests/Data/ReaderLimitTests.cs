using System.IO.Compression;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Lines of 2 GB, a thousand columns, and bytes that are no text far into a file.</summary>
public sealed class ReaderLimitTests : IDisposable
{
    private readonly PackedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The files are sparse: they take no room on the disk.
    [Theory]
    [InlineData("a.jsonl", "{\"a\": 1, \"b\": 2}\n\n{\"a\": \"", "a.jsonl(3): error MLOPS1162: the line is longer than 67,108,864 bytes. Split it.", 2048)]
    [InlineData("a.csv", "a,b\n1,2\n\"", "a.csv(3): error MLOPS1009: a NUL byte at offset 9;", 100)]
    public void A_line_that_fills_the_file_is_an_error_at_its_place(string name, string start, string message, long megabytes) =>
        _folder.Sparse(name, Encoding.UTF8.GetBytes(start), megabytes << 20).Message.ShouldStartWith(message);

    [Fact]
    public void A_packed_line_beyond_the_limit_is_an_error_at_its_place()
    {
        var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest))
        {
            packing.Write("{\"a\": 1, \"b\": 2}\n{\"a\": \""u8);
            var random = new byte[1 << 20];
            new Random(1).NextBytes(random);
            for (var i = 0; i < 65; i++)
                packing.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(random)));
        }

        _folder.Read("a.jsonl.gz", packed.ToArray(), null).Message.ShouldStartWith("a.jsonl.gz(2): error MLOPS1162: the line is longer than 67,108,864 bytes.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_thousand_columns_are_read_in_blocks_much_shorter_than_a_row(int threads)
    {
        const int columns = 1000;
        var text = new StringBuilder().AppendJoin(',', Enumerable.Range(0, columns).Select(i => $"c{i}")).Append('\n');
        for (var row = 0; row < 50; row++)
            text.AppendJoin(',', Enumerable.Range(0, columns).Select(i => Field(row, i))).Append('\n');
        var reading = new CsvReading { BlockSize = 512, Threads = threads };

        var table = TableReader.Read([new MemoryBytes("t.csv", Encoding.UTF8.GetBytes(text.ToString()))], null, [], TestContext.Current.CancellationToken, reading).ShouldNotBeNull();

        (table.RowCount, table.Columns.Count).ShouldBe((50, columns));
        for (var i = 0; i < columns; i++)
        {
            table.Columns[i].Type.ShouldBe(i % 3 == 0 ? ColumnType.Int64 : ColumnType.String);
            Enumerable.Range(0, 50).Select(table.Columns[i].Text).ShouldBe(Enumerable.Range(0, 50).Select(row => Field(row, i).Trim('"')), $"column {i}");
        }

        Enumerable.Range(0, 50).Select(table.Origins.Line).Take(3).ShouldBe([2, 4, 6]);
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.csv.gz")]
    public void A_NUL_byte_far_into_a_file_is_told_at_its_line(string name)
    {
        var text = Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},x\n")));
        var line = Encoding.UTF8.GetBytes("150000,x").AsSpan();
        var at = text.AsSpan().IndexOf(line) + line.Length - 1;
        text[at] = 0;
        var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionMode.Compress))
            packing.Write(text);

        var reading = _folder.Read(name, name.EndsWith(".gz", StringComparison.Ordinal) ? packed.ToArray() : text, null);

        reading.Table.ShouldBeNull();
        reading.Message.ShouldStartWith($"{name}(150002): error MLOPS1009: a NUL byte at offset {at:N0};");
    }

    [Fact]
    public void Bytes_of_JSON_Lines_that_are_no_text_are_told_at_their_line()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\": \"x\", \"b\": 1}\n", 40_000))), .. "{\"a\": \""u8, 0xE9, .. "\", \"b\": 1}\n"u8];

        _folder.Read("a.jsonl", bytes, null).Message.ShouldBe("a.jsonl(40001): error MLOPS1162: the line is not UTF-8. Save the file as UTF-8.");
        bytes[^12] = 0;
        _folder.Read("a.jsonl", bytes, null).Message.ShouldStartWith("a.jsonl(40001): error MLOPS1162: no JSON object: '0x00' is invalid within a JSON string.");
    }

    // One column has line breaks in its values.
    private static string Field(int row, int column) => (column % 3) switch
    {
        0 => $"{(row * 31) + column}",
        1 when column == 7 => $"\"v{row}\nw\"",
        _ => $"\"text, {row} {column}\"",
    };
}
