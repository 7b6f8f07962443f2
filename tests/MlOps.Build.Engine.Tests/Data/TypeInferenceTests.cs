using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class TypeInferenceTests
{
    [Theory]
    [InlineData(ColumnType.Boolean, "true", "False", "TRUE", "")]
    [InlineData(ColumnType.Int64, "1", "-2", "+3", "0", "", "9223372036854775807")]
    [InlineData(ColumnType.Float64, "1", "2.5", "-1e-3", ".5", "5.")]
    [InlineData(ColumnType.Float64, "0.10", "0", "-0.5")]
    [InlineData(ColumnType.Date, "2024-02-29", "1990-01-08")]
    [InlineData(ColumnType.Timestamp, "2024-02-29T10:00", "2024-02-29 10:00:01.25Z", "2024-03-01T00:00:00+05:30", "2024-03-01")]
    [InlineData(ColumnType.String, "", "")]
    [InlineData(ColumnType.String, "1", "x")]
    [InlineData(ColumnType.String, "true", "1")]
    [InlineData(ColumnType.String, "2023-02-29")]
    [InlineData(ColumnType.String, "2024-01-01T24:00")]
    [InlineData(ColumnType.String, "02134", "10001")]
    [InlineData(ColumnType.String, "10001", "1.5", "02134")]
    [InlineData(ColumnType.String, "92233720368547758080")]
    [InlineData(ColumnType.String, "1", "92233720368547758080")]
    [InlineData(ColumnType.String, "1,000", "2")]
    [InlineData(ColumnType.String, "\"\"", "2")]
    [InlineData(ColumnType.String, "0x1F")]
    [InlineData(ColumnType.String, "∞")]
    [InlineData(ColumnType.String, "inf", "name")]
    public void A_column_has_the_narrowest_type_of_all_its_values(ColumnType type, params string[] fields)
    {
        var text = "a,b\n" + string.Concat(fields.Select(field => (field == "1,000" ? "\"1,000\"" : field) + ",x\n"));
        Reading.Of(text).Column("a").Type.ShouldBe(type);
    }

    [Fact]
    public void A_late_value_changes_the_type_of_all_rows()
    {
        var reading = Reading.Of("a,b\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},x\n")) + "late,x\n");
        reading.Column("a").Type.ShouldBe(ColumnType.String);
        reading.Column("a").Text(4999).ShouldBe("4999");
    }

    [Fact]
    public void Timestamps_keep_their_offset_and_none_means_UTC_which_is_said()
    {
        var reading = Reading.Of("a,b\n2024-01-01T00:30:00+01:00,1\n2024-01-01T00:30:00.5,2\n");
        var column = (TimestampColumn)reading.Column("a");
        column.Values[0].UtcDateTime.ShouldBe(new DateTime(2023, 12, 31, 23, 30, 0, DateTimeKind.Utc));
        reading.Texts("a").ShouldBe(["2024-01-01T00:30:00+01:00", "2024-01-01T00:30:00.5+00:00"]);
        reading.Message.ShouldStartWith("data.csv(3,1): info MLOPS1026: 'a' has times without an offset; they are taken as UTC.");
    }

    [Theory]
    [InlineData("2024-01-01T10:00+14:30")]
    [InlineData("2024-01-01T10:00+1:00")]
    [InlineData("2024-01-01T10")]
    [InlineData("2024-01-01T10:00:60")]
    [InlineData("2024-01-01T10:00:00.")]
    [InlineData("0001-01-01T00:00+01:00")]
    [InlineData("9999-12-31T23:59-01:00")]
    [InlineData("2024-01-01X10:00")]
    [InlineData("2024-01-01T10:00Zulu")]
    public void What_is_no_point_in_time_is_text(string text) =>
        Reading.Of($"a,b\n{text},1\n").Column("a").Type.ShouldBe(ColumnType.String);

    [Fact]
    public void Dates_are_days_since_1970() =>
        ((DateColumn)Reading.Of("a,b\n1970-01-02,1\n1969-12-31,2\n").Column("a")).Values.ShouldBe([1, -1]);
}
