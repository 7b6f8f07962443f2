using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Compression;
using MlOps.Build.Parquet.Encodings;
using MlOps.Build.Parquet.Pages;

namespace MlOps.Build.Parquet.Tests;

/// <summary>Checksums, by the values that their definitions publish and in a page.</summary>
public sealed class ChecksumTests
{
    // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms, and a sentence that is often given with it.
    [Theory]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("", 0)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void Crc32_has_the_published_values(string text, uint expected) =>
        Crc32.Compute(System.Text.Encoding.ASCII.GetBytes(text)).ShouldBe(expected);

    // Values of xxHash's own documentation for seed 0.
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    public void XxHash64_has_the_published_values(string text, ulong expected) =>
        XxHash64.Compute(System.Text.Encoding.ASCII.GetBytes(text)).ShouldBe(expected);

    [Fact]
    public void A_page_with_its_right_checksum_is_read()
    {
        using var file = Open(WithChecksum(damage: 0));
        ColumnLines.Sha256(ColumnLines.Read(file, 0, "microseconds")).ShouldBe(
            ExpectedFiles.All.Single(file => file.Name == "int96.parquet").Columns[0].Sha256);
    }

    [Fact]
    public void A_page_that_changed_after_it_was_written_is_refused()
    {
        using var file = Open(WithChecksum(damage: 0x20));
        var error = Should.Throw<ColumnFileException>(() => file.Read(0, 0, TestContext.Current.CancellationToken));
        error.Diagnostic.Code.ShouldBe(ParquetCodes.Checksum);
        error.Message.ShouldContain("column 'moment', row group 0, byte 4");
    }

    private static IColumnFile Open(byte[] content) => new ParquetFormat().Open(new MemoryStream(content), "checksum.parquet");

    // Field 4 of the page's header, an int32, goes in behind field 3, so the next field's number is one less further on; the footer's sizes of the column and of its row group grow by as much.
    private static byte[] WithChecksum(byte damage)
    {
        var file = File.ReadAllBytes(ExpectedFiles.PathOf("int96.parquet"));
        var header = PageHeaderReader.Read(file.AsSpan(4), out var length);
        var content = file.AsSpan(4 + length, header.PackedBytes);
        byte[] crc = [0x15, .. ZigZag((int)Crc32.Compute(content))];
        content[^1] ^= damage;
        var size = length + header.PackedBytes;
        var at = 4 + PlaceOf(file.AsSpan(4, length), header.PackedBytes);
        var (before, after) = (ZigZag(size), ZigZag(size + crc.Length));
        after.Length.ShouldBe(before.Length);
        var footer = file.AsSpan(4 + size);
        for (var place = footer.IndexOf(before); place >= 0; place = footer.IndexOf(before))
            after.CopyTo(footer[place..]);
        file[at] -= 0x10;
        return [.. file.AsSpan(0, at), .. crc, .. file.AsSpan(at)];
    }

    // Right behind field 3, whose header is 0x15 and whose value is the size of the content.
    private static int PlaceOf(ReadOnlySpan<byte> header, int packedBytes)
    {
        byte[] field = [0x15, .. ZigZag(packedBytes)];
        return header.LastIndexOf(field) + field.Length;
    }

    private static byte[] ZigZag(int value)
    {
        var bytes = new List<byte>();
        for (var left = (uint)(value << 1 ^ value >> 31); ; left >>= 7)
        {
            if (left < 128)
                return [.. bytes, (byte)left];
            bytes.Add((byte)(left | 128));
        }
    }
}
