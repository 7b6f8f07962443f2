using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Tests.Data.Blocks;

/// <summary>A late value that disagrees with what the first rows look like changes the column's type, as if all had been looked at first.</summary>
public sealed class InferenceInBlocksTests
{
    [Theory]
    [InlineData("1", "1.5", ColumnType.Float64)]
    [InlineData("1", "02134", ColumnType.String)]
    [InlineData("1", "12345678901234567890", ColumnType.String)]
    [InlineData("1.5", "12345678901234567890", ColumnType.String)]
    [InlineData("1.5", "-01", ColumnType.String)]
    [InlineData("1.5", "nan", ColumnType.Float64)]
    [InlineData("true", "1", ColumnType.String)]
    [InlineData("2024-01-01", "2024-01-01T10:00Z", ColumnType.Timestamp)]
    [InlineData("2024-01-01", "17", ColumnType.String)]
    [InlineData("", "17", ColumnType.Int64)]
    [InlineData("NA", "x", ColumnType.String)]
    [InlineData("1", "\"017\"", ColumnType.String)]
    public void A_late_value_changes_the_type(string many, string late, ColumnType type)
    {
        var rows = string.Concat(Enumerable.Repeat($"x,{many}\n", 200));
        var bytes = new MemoryBytes("t.csv", Encoding.UTF8.GetBytes($"a,b\n{rows}x,{late}\n{rows}"));
        var reading = new CsvReading { BlockSize = 200, Threads = 2 };
        var table = TableReader.Read([bytes], null, [], TestContext.Current.CancellationToken, reading);
        var column = table.ShouldNotBeNull().Find("b").ShouldNotBeNull();
        column.Type.ShouldBe(type);
        column.Length.ShouldBe(401);
    }
}
