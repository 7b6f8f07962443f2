
namespace MlOps.Build.Engine.Tests.Data.Expectations;

public sealed class ConditionTests
{
    // Row 3 has no number, row 4 no word. (ReferenceTests holds conditions against pandas' own query.)
    private const string Csv = "number,word,day\n1,a,2024-01-01\n2,b,2024-02-01\n,c,2024-03-01\n4,,2024-04-01\n";

    [Theory]
    [InlineData("number != 1", "pandas", 3)]
    [InlineData("col(\"number\") != 1", "great_expectations", 2)]
    [InlineData("not number == 1", "pandas", 3)]
    [InlineData("NOT number = 1", "sql", 2)]
    // Of row 3 the word alone says no, of row 4 the number.
    [InlineData("not (number == 1 and word == \"a\")", "sql", 3)]
    [InlineData("not (number == 1 or word == \"a\")", "sql", 1)]
    [InlineData("number == 1 or word == 'c'", "sql", 2)]
    [InlineData("number is null", "sql", 1)]
    [InlineData("word IS NOT NULL AND number <> 2", "sql", 1)]
    [InlineData("col(\"word\").notNull()", "spark", 3)]
    [InlineData("word.isnull()", "pandas", 1)]
    [InlineData("col(\"day\") > date(\"2024-01-15\")", "great_expectations", 3)]
    [InlineData("word in ('a', 'c')", "sql", 2)]
    [InlineData("word not in ['a', 'c']", "pandas", 2)]
    [InlineData("1 <= number", "pandas", 3)]
    [InlineData("((number == 4))", "pandas", 1)]
    public void Conditions_select_rows(string condition, string parser, int rows)
    {
        var kwargs = $$"""{"value": {{rows}}, "row_condition": "{{condition.Replace("\"", "\\\"")}}", "condition_parser": "{{parser}}"}""";

        var result = Judging.Judge(Csv, "expect_table_row_count_to_equal", kwargs);

        result.Outcome.Fault.ShouldBeNull();
        result.Outcome.Observed!.ToJsonString().ShouldBe(rows.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Any_text_is_a_condition_or_a_fault()
    {
        string[] pieces = ["number", "word", "==", "!=", ">", "(", ")", "[", "]", "and", "or", "not", "in", "1", "'a'", "\\\"", ".", "isnull", "is", "null", "col", "`", "~", "💥", ","];
        var random = new Random(11);
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));

            Should.NotThrow(() => Judging.Judge(Csv, "expect_table_row_count_to_equal", $$"""{"value": 1, "row_condition": "{{text}}"}"""), text);
        }
    }
}
