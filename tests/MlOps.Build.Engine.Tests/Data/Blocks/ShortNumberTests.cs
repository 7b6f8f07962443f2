using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data.Blocks;

/// <summary>Values read in vectors are those that the framework's parsers read.</summary>
public sealed class ShortNumberTests
{
    private const int Rows = 4000;

    [Fact]
    public void Numbers_have_the_bits_that_the_framework_gives_them()
    {
        var texts = Texts(17, Number);
        var column = Column<Float64Column>(texts, ColumnType.Float64);
        for (var row = 0; row < texts.Length; row++)
        {
            const NumberStyles styles = NumberStyles.Float & ~NumberStyles.AllowLeadingWhite;
            var parsed = double.TryParse(texts[row], styles, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
            column.IsMissing(row).ShouldBe(!parsed, texts[row]);
            if (parsed)
                BitConverter.DoubleToInt64Bits(column.Values[row]).ShouldBe(BitConverter.DoubleToInt64Bits(value), texts[row]);
        }
    }

    [Fact]
    public void Integers_are_those_of_the_framework()
    {
        var texts = Texts(18, Number);
        var column = Column<Int64Column>(texts, ColumnType.Int64);
        for (var row = 0; row < texts.Length; row++)
        {
            var parsed = long.TryParse(texts[row], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
            (column.IsMissing(row) ? (long?)null : column.Values[row]).ShouldBe(parsed ? value : null, texts[row]);
        }
    }

    [Fact]
    public void Dates_are_those_of_the_framework()
    {
        var texts = Texts(19, Date);
        var column = Column<DateColumn>(texts, ColumnType.Date);
        for (var row = 0; row < texts.Length; row++)
        {
            var parsed = DateOnly.TryParseExact(texts[row], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
            int? expected = parsed ? value.DayNumber - DateColumn.Epoch.DayNumber : null;
            (column.IsMissing(row) ? (int?)null : column.Values[row]).ShouldBe(expected, texts[row]);
        }
    }

    [Fact]
    public void Times_are_those_of_the_framework()
    {
        string[] formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-dd HH:mm:ssZ"];
        var texts = Texts(20, random =>
            $"{Date(random)}{"T T"[random.Next(3)]}{Two(random, 25)}:{Two(random, 62)}:{Two(random, 62)}{(random.Next(2) == 0 ? "Z" : "")}");
        var column = Column<TimestampColumn>(texts, ColumnType.Timestamp);
        for (var row = 0; row < texts.Length; row++)
        {
            var parsed = DateTimeOffset.TryParseExact(
                texts[row], formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value);
            (column.IsMissing(row) ? (DateTimeOffset?)null : column.Values[row]).ShouldBe(parsed ? value : null, texts[row]);
        }
    }

    private static string[] Texts(int seed, Func<Random, string> make)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Rows).Select(_ => make(random))];
    }

    // Mostly numbers of every length, some with a letter or a second point.
    private static string Number(Random random)
    {
        var text = new StringBuilder();
        if (random.Next(4) == 0)
            text.Append("-+"[random.Next(8) / 7]);
        var (digits, point) = (random.Next(1, 21), random.Next(3) == 0 ? -1 : random.Next(21));
        for (var i = 0; i < digits; i++)
            text.Append(i == point ? '.' : (char)('0' + random.Next(10)));
        if (random.Next(12) == 0)
            text[random.Next(text.Length)] = ".x-/:e"[random.Next(6)];
        return random.Next(20) == 0 ? text + "e" + random.Next(-320, 320).ToString(CultureInfo.InvariantCulture) : text.ToString();
    }

    private static string Date(Random random)
    {
        var text = $"{random.Next(0, 9999):0000}-{Two(random, 14)}-{Two(random, 33)}".ToCharArray();
        if (random.Next(10) == 0)
            text[random.Next(10)] = "/:0x-"[random.Next(5)];
        return new string(text);
    }

    private static string Two(Random random, int limit) => random.Next(limit).ToString("00", CultureInfo.InvariantCulture);

    private static T Column<T>(string[] texts, ColumnType type)
        where T : Column
    {
        var schema = new DataSchema
        {
            Columns = [new() { Name = "n", Type = ColumnType.String }, new() { Name = "v", Type = type }],
        };
        var text = "n,v\n" + string.Concat(texts.Select((value, row) => $"{row},{value}\n"));
        var table = TableReader.Read([new MemoryBytes("t.csv", Encoding.UTF8.GetBytes(text))], schema, [], TestContext.Current.CancellationToken);
        return table.ShouldNotBeNull().Find("v").ShouldBeOfType<T>();
    }
}
