using MlOps.Build.Contracts;

namespace MlOps.Build.Inference.Tests.Packages;

public sealed class RawValueTests
{
    [Fact]
    public void Missing_values_become_what_the_signature_says()
    {
        RawValue.Of((bool?)null).ShouldBe(double.NaN);
        RawValue.Of((long?)null).ShouldBe(double.NaN);
        RawValue.Of((float?)null).ShouldBe(double.NaN);
        RawValue.Of((double?)null).ShouldBe(double.NaN);
        RawValue.Of((DateOnly?)null).ShouldBe(ModelSignature.MissingTime);
        RawValue.Of((DateTimeOffset?)null).ShouldBe(ModelSignature.MissingTime);
        RawValue.Of((string?)null).ShouldBe(ModelSignature.MissingText);
    }

    [Fact]
    public void Dates_count_days_and_times_milliseconds_since_1970()
    {
        RawValue.Of(new DateOnly(1970, 1, 2)).ShouldBe(1);
        RawValue.Of(new DateOnly(1969, 12, 31)).ShouldBe(-1);
        RawValue.Of(new DateTimeOffset(1970, 1, 1, 1, 0, 0, 5, TimeSpan.FromHours(1))).ShouldBe(5);
        RawValue.Of(new DateTimeOffset(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero)).ShouldBe(-1);
    }

    [Fact]
    public void Texts_of_a_golden_row_give_what_typed_values_give()
    {
        Values<double>(ColumnType.Boolean, "true", "false", null).ShouldBe([1, 0, double.NaN]);
        Values<double>(ColumnType.Int64, "-7", null).ShouldBe([-7, double.NaN]);
        Values<double>(ColumnType.Float32, "0.1").ShouldBe([RawValue.Of(0.1f)]);
        Values<double>(ColumnType.Float64, "0.1").ShouldBe([0.1]);
        Values<long>(ColumnType.Date, "1970-01-02", null).ShouldBe([1, ModelSignature.MissingTime]);
        Values<long>(ColumnType.Timestamp, "1970-01-01T01:00:00+01:00", "1970-01-01T00:00:01Z").ShouldBe([0, 1000]);
        Values<string>(ColumnType.String, "", null).ShouldBe(["", ModelSignature.MissingText]);
    }

    [Theory]
    [InlineData(ColumnType.Boolean, "yes")]
    [InlineData(ColumnType.Float64, "1,5 m")]
    [InlineData(ColumnType.Date, "02.01.1970")]
    [InlineData(ColumnType.Timestamp, "noon")]
    public void A_text_that_is_no_value_of_the_type_is_named(ColumnType type, string text) =>
        Should.Throw<FormatException>(() => RawValue.Column(type, [text])).Message.ShouldStartWith($"'{text}' is not ");

    private static T[] Values<T>(ColumnType type, params string?[] texts)
    {
        var tensor = (Tensor<T>)RawValue.Column(type, texts);
        tensor.Shape.ShouldBe([texts.Length, 1]);
        return tensor.Values;
    }
}
