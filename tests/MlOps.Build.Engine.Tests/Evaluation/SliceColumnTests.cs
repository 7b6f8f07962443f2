using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class SliceColumnTests
{
    private static readonly StringColumn Diagnosis = Column();

    [Fact]
    public void Values_are_those_of_the_test_rows() =>
        SliceColumn.From(Diagnosis, [3, 0, 2], sensitive: false).Values.ShouldBe(["flu", "flu", null]);

    [Fact]
    public void Values_of_a_sensitive_column_become_numbers_by_first_appearance() =>
        SliceColumn.From(Diagnosis, [1, 0, 2, 3], sensitive: true).Values.ShouldBe(["1", "2", null, "2"]);

    private static StringColumn Column()
    {
        var missing = new MissingMask(4);
        missing.Set(2);
        return new StringColumn("Diagnosis", [0, 1, -1, 0], ["flu", "cold"], missing);
    }
}
