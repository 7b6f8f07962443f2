using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Tests;

/// <summary>Files that others wrote, read as others read them.</summary>
public sealed class ReaderTests
{
    public static TheoryData<string> Files => [.. ExpectedFiles.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_value_is_what_another_reader_finds(string name)
    {
        var expected = ExpectedFiles.All.Single(file => file.Name == name);
        using var file = new ParquetFormat().Open(ExpectedFiles.PathOf(name));
        file.RowCount.ShouldBe(expected.Rows);
        file.RowGroups.Select(group => group.RowCount).ShouldBe(expected.Groups);
        file.Columns.Select(column => column.Name).ShouldBe(expected.Columns.Select(column => column.Name));
        foreach (var column in expected.Columns)
            Check(file, column);
    }

    private static void Check(IColumnFile file, ExpectedColumn expected)
    {
        var column = file.Columns.Single(column => column.Name == expected.Name);
        var lines = ColumnLines.Read(file, column.Index, expected.Kind);
        lines.Take(expected.First.Count).ShouldBe(expected.First, $"{expected.Name} of {file.Name}");
        lines.LongCount(line => line == "n").ShouldBe(expected.Missing);
        ColumnLines.Sha256(lines).ShouldBe(expected.Sha256, $"{expected.Name} of {file.Name}");
    }
}
