using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data.Blocks;

/// <summary>Files cut into blocks anywhere, and read by any number of threads, hold what one scan from front to back finds.</summary>
public sealed class BlockReadingTests
{
    private static readonly DataSchema TwoTexts = new()
    {
        Columns = [new() { Name = "a", Type = ColumnType.String }, new() { Name = "b", Type = ColumnType.String }],
    };

    [Theory]
    [InlineData("well-formed", "x|yz|\"\"|\"p,q\"|\"r\"\"s\"|\"t\nu\"|\"v\r\nw\"|\"\"\"\"|é€😀|\" \"", 0)]
    [InlineData("with CRLF", "x|yz|\"\"|\"p,q\"|\"r\"\"s\"|\"t\r\nu\"|ü", 1)]
    [InlineData("with every line end", "x|yz|\"p,q\"|\"r\ns\"", 2)]
    public void Sound_texts_read_alike(string kind, string values, int ends) => Compare(kind, random =>
    {
        var text = new StringBuilder("a,b\n");
        var choice = values.Split('|');
        for (var row = random.Next(40); row >= 0; row--)
        {
            text.Append(choice[random.Next(choice.Length)]).Append(',').Append(choice[random.Next(choice.Length)]);
            text.Append(ends switch { 0 => "\n", 1 => "\r\n", _ => random.Next(3) switch { 0 => "\n\n", 1 => "\r", _ => "\r\n" } });
        }

        return random.Next(3) == 0 ? text.ToString().TrimEnd('\r', '\n') : text.ToString();
    });

    [Theory]
    [InlineData("few quotes", "xxxx,,,,\n\n\n\"", 200)]
    [InlineData("many quotes", "xy,\n\"\"\"", 120)]
    [InlineData("all bytes that matter", "x,\n\r\"é", 150)]
    [InlineData("longer than a word of the scan", "abcdefghijklmnopqrstuvwxyz0123456789,,\n\"\"", 700)]
    public void Any_text_reads_alike(string kind, string letters, int length) => Compare(kind, random =>
        "a,b\n" + new string([.. Enumerable.Range(0, random.Next(length)).Select(_ => letters[random.Next(letters.Length)])]));

    [Fact]
    public void A_row_over_many_blocks_is_whole()
    {
        var long1 = string.Join('\n', Enumerable.Repeat("line, with a comma", 400));
        var text = $"a,b\n1,\"{long1}\"\n2,y\n";
        Blocks(text, 32, 2).ShouldBe([SimpleReader.Shown(2, "1", long1), SimpleReader.Shown(402, "2", "y")]);
    }

    [Fact]
    public void A_row_beyond_the_limit_is_an_error_at_its_line()
    {
        var text = $"a,b\n1,x\n2,\"{new string('z', 5000)}\n";
        Blocks(text, 256, 2, rowLimit: 1000).ShouldHaveSingleItem().ShouldStartWith(
            "t.csv(3,1): error MLOPS1030: the row that starts here has more than 1,000 bytes, the most that is read as one row.");
    }

    private static void Compare(string kind, Func<Random, string> make)
    {
        foreach (var seed in FuzzSeeds.From(0, 250))
        {
            var random = new Random(seed);
            var text = make(random);
            var expected = SimpleReader.Read(text);
            var (size, threads) = (random.Next(3) == 0 ? random.Next(1, 8) : random.Next(8, 400), random.Next(1, 4));
            var place = $"{kind}, seed {seed}, blocks of {size} bytes, {threads} threads, {text.ReplaceLineEndings("⏎")}";
            Blocks(text, size, threads).ShouldBe(expected, place);
        }
    }

    private static List<string> Blocks(string text, int size, int threads, int rowLimit = 1 << 20)
    {
        var diagnostics = new DiagnosticBag();
        var reading = new CsvReading { BlockSize = size, Threads = threads, RowLimit = rowLimit };
        var bytes = new MemoryBytes("t.csv", Encoding.UTF8.GetBytes(text));
        var table = TableReader.Read([bytes], TwoTexts, diagnostics, TestContext.Current.CancellationToken, reading);
        var rows = Enumerable.Range(0, table?.RowCount ?? 0)
            .Select(row => SimpleReader.Shown(table!.Origins.Line(row), table.Columns.Select(column => column.Text(row))));
        return [.. rows, .. SimpleReader.Lines(diagnostics)];
    }
}
