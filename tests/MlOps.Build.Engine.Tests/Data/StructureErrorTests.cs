using System.Text;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class StructureErrorTests
{
    [Theory]
    [InlineData("", "data.csv: error MLOPS1002: the file is empty.")]
    [InlineData(" \r\n\n", "data.csv: error MLOPS1002: the file is empty.")]
    [InlineData("\uFEFF", "data.csv: error MLOPS1002: the file is empty.")]
    [InlineData("a,b\n", "data.csv: error MLOPS1003: the file has a header and no rows.")]
    [InlineData("a,b", "data.csv: error MLOPS1003: the file has a header and no rows.")]
    [InlineData(
        "a\tb\n1\t2\n",
        "data.csv(1): error MLOPS1005: only one column, 'a b', with ',' as delimiter. The first line holds a tab: set 'delimiter'")]
    [InlineData(
        "a;b\n1;2\n",
        "data.csv(1): error MLOPS1005: only one column, 'a;b', with ',' as delimiter. The first line holds ';': set 'delimiter'")]
    [InlineData("\na,b,a\n1,2,3\n", "data.csv(2,3): error MLOPS1006: column 3 is called 'a', as column 1 is. Rename one of them.")]
    [InlineData("a,,c\n1,2,3\n", "data.csv(1,2): error MLOPS1025: column 2 has no name. Name it in the header.")]
    [InlineData(
        "a,b\n1,2,3\n",
        "data.csv(2,3): error MLOPS1007: 3 fields; the header has 2. Quote a value that holds ',', or remove a field.")]
    [InlineData("a,b,c\n\"1\n\"\n", "data.csv(2,1): error MLOPS1007: 1 field; the header has 3. Add the missing fields")]
    [InlineData("a,b\n1,\"2\n3,4\n", "data.csv(2,2): error MLOPS1008: the quote that opens here is never closed.")]
    [InlineData("a,\"b\n1,2\n", "data.csv(1,2): error MLOPS1008: the quote that opens here is never closed.")]
    [InlineData("a,b\n1,\"2\n\" x\n", "data.csv(3,2): error MLOPS1027: text after the closing quote.")]
    public void A_fault_in_the_layout_stops_with_code_place_and_way_out(string text, string message)
    {
        var reading = Reading.Of(text);
        reading.Table.ShouldBeNull();
        reading.Message.ShouldStartWith(message);
    }

    [Fact]
    public void The_first_five_faults_are_listed_and_all_are_counted()
    {
        var reading = Reading.Of("a,b\n1,2\n" + string.Concat(Enumerable.Repeat("1\n", 1200)));
        reading.Table.ShouldBeNull();
        reading.Messages.Count.ShouldBe(6);
        reading.Messages[0].ShouldStartWith("data.csv(3,1): error MLOPS1007:");
        reading.Messages[4].ShouldStartWith("data.csv(7,1): error MLOPS1007:");
        reading.Messages[5].ShouldBe("data.csv: error MLOPS1007: 1,200 such places in the file; the first 5 are listed.");
    }

    [Fact]
    public void Every_file_with_a_fault_is_named()
    {
        var reading = Reading.Of([("one.csv", "a,b\n1\n"u8.ToArray()), ("two.csv", "a,b\n1,2,3\n"u8.ToArray())]);
        reading.Table.ShouldBeNull();
        reading.Diagnostics.Select(diagnostic => diagnostic.Position.ToString()).ShouldBe(["one.csv(2,1)", "two.csv(2,3)"]);
    }

    [Fact]
    public void Files_with_different_headers_are_not_one_table()
    {
        var reading = Reading.Of([("one.csv", "a,b\n1,2\n"u8.ToArray()), ("two.csv", "a,c\n1,2\n"u8.ToArray())]);
        reading.Message.ShouldBe(
            "two.csv(1,2): error MLOPS1022: column 2 is 'c'; one.csv has 'b' there. Files of one table need the same "
                + "columns in the same order.");
    }

    [Fact]
    public void A_file_without_rows_beside_one_with_rows_is_a_warning()
    {
        var reading = Reading.Of([("one.csv", "a,b\n"u8.ToArray()), ("two.csv", "a,b\n1,2\n"u8.ToArray())]);
        reading.Table.ShouldNotBeNull().Origins.File(0).ShouldBe("two.csv");
        reading.Message.ShouldStartWith("one.csv: warning MLOPS1003:");
    }

    [Fact]
    public void Latin_1_is_refused_with_line_and_offset()
    {
        var reading = Reading.Of([.. "a,b\n1,x\n2,"u8, 0xE9, .. "\n"u8]);
        reading.Message.ShouldStartWith("data.csv(3): error MLOPS1009: byte 0xE9 at offset 10 is not UTF-8; the file may be Latin-1 or "
            + "Windows-1252.");
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    [InlineData("utf-32BE", "UTF-32")]
    public void Wide_encodings_are_refused_by_name(string encoding, string name)
    {
        var wide = Encoding.GetEncoding(encoding);
        var reading = Reading.Of([.. wide.GetPreamble(), .. wide.GetBytes("a,b\n1,2\n")]);
        reading.Message.ShouldBe($"data.csv(1): error MLOPS1009: the file is {name}; data files are UTF-8. Save it as UTF-8.");
    }

    [Fact]
    public void UTF_16_without_a_mark_shows_by_its_NUL_bytes()
    {
        var reading = Reading.Of(Encoding.Unicode.GetBytes("a,b\n1,2\n"));
        reading.Message.ShouldStartWith("data.csv(1): error MLOPS1009: a NUL byte at offset 1;");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(300_000)]
    public void A_file_of_NUL_bytes_is_said_to_be_one(int length) =>
        Reading.Of(new byte[length]).Message.ShouldBe("data.csv(1): error MLOPS1009: a NUL byte at offset 0; the file is binary, damaged or UTF-16. Save it as UTF-8 text.");

    [Theory]
    [InlineData("1,2\n")]
    [InlineData("")]
    public void A_header_that_is_no_UTF_8_is_refused_though_the_rows_are(string rows)
    {
        Reading.Of([.. "a,caf"u8, 0xE9, .. "\n"u8, .. Encoding.UTF8.GetBytes(rows)]).Message.ShouldStartWith("data.csv(1): error MLOPS1009: byte 0xE9 at offset 5 is not UTF-8;");
        Reading.Of([.. "a,b\0\n"u8, .. Encoding.UTF8.GetBytes(rows)]).Message.ShouldStartWith("data.csv(1): error MLOPS1009: a NUL byte at offset 3;");
    }

    [Fact]
    public void A_file_of_NUL_bytes_beside_one_with_rows_is_an_error() =>
        Reading.Of([("one.csv", "a,b\n1,2\n"u8.ToArray()), ("two.csv", new byte[9])]).Messages.ShouldContain(message => message.StartsWith("two.csv(1): error MLOPS1009: a NUL byte at offset 0;", StringComparison.Ordinal));
}
