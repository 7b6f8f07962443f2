using MlOps.Build.Contracts;

namespace MlOps.Build.Inference.Tests.Packages;

public sealed class InputRulesTests
{
    private static readonly ModelSignature Signature = new()
    {
        Task = LearningTask.Binary,
        Label = "y",
        Inputs =
        [
            new SignatureInput { Name = "speed", Type = ColumnType.Float64, Nullable = true, Minimum = 0, Maximum = 500 },
            new SignatureInput { Name = "count", Type = ColumnType.Int64, Nullable = false, Minimum = 1 },
            new SignatureInput { Name = "day", Type = ColumnType.Date, Nullable = true, Maximum = 1 },
            new SignatureInput { Name = "size", Type = ColumnType.String, Nullable = false, AllowedValues = ["S", "M"] },
        ],
    };

    [Fact]
    public void Rows_that_the_contract_allows_have_no_violation() =>
        Check((0, 1, 1, "S"), (500, 9, ModelSignature.MissingTime, "M"), (double.NaN, 1, 0, "S")).ShouldBeEmpty();

    [Fact]
    public void Each_violation_names_row_column_value_and_limit() =>
        Check((-3, 1, 0, "S"), (1, double.NaN, 2, "XL"), (1, 0.5, 0, ModelSignature.MissingText)).ShouldBe(
        [
            new(11, "speed", "-3", "0 to 500"),
            new(12, "count", "missing", "any value, but one must be given"),
            new(12, "day", "1970-01-03", "at most 1970-01-02"),
            new(12, "size", "'XL'", "one of 'S', 'M'"),
            new(13, "count", "0.5", "at least 1"),
            new(13, "size", "missing", "any value, but one must be given"),
        ]);

    [Fact]
    public void Refused_rows_are_said_in_one_line() =>
        Should.Throw<InvalidInputException>(() => FunctionParts.Open(Signature).ThrowIfInvalid(Inputs([(-3, 1, 0, "S")])))
            .Message.ShouldBe("row 1: 'speed' is -3; allowed is 0 to 500.");

    [Fact]
    public void A_stream_of_bad_rows_has_an_end() =>
        Check([.. Enumerable.Repeat((-1.0, 0.0, 5L, "XL"), 5000)]).Count.ShouldBe(PackagedModel.MostViolations);

    private static IReadOnlyList<InputViolation> Check(params (double, double, long, string)[] rows) =>
        FunctionParts.Open(Signature).Check(Inputs(rows), firstRow: 11);

    private static ModelInputs Inputs((double Speed, double Count, long Day, string Size)[] rows)
    {
        var inputs = new ModelInputs(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            inputs.Numbers("speed")[i] = rows[i].Speed;
            inputs.Numbers("count")[i] = rows[i].Count;
            inputs.Times("day")[i] = rows[i].Day;
            inputs.Texts("size")[i] = rows[i].Size;
        }

        return inputs;
    }
}
