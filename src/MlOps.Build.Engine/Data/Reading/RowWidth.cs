namespace MlOps.Build.Engine.Data.Reading;

/// <summary>What each row of a file must hold.</summary>
internal sealed record RowWidth(int Columns, CsvDialect Dialect, int RowLimit)
{
    /// <summary>Says that a row has another number of fields.</summary>
    public string Message(int fields)
    {
        var expected = Dialect.HasHeader ? $"the header has {Columns}" : $"the table has {Columns} columns";
        var way = fields > Columns
            ? $"Quote a value that holds {Dialect.DelimiterName}, or remove a field."
            : "Add the missing fields (a missing value is an empty field).";
        return $"{Shown.Count(fields, "field")}; {expected}. {way}";
    }

    /// <summary>Says that a row does not end within the limit.</summary>
    public string TooLong() =>
        $"the row that starts here has more than {Shown.Count(RowLimit)} bytes, the most that is read as one row. "
        + "Close the quote that swallows what follows, or cut the row.";
}
