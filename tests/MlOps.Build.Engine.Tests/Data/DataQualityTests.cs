namespace MlOps.Build.Engine.Tests.Data;

/// <summary>The formulas of the guide, by hand.</summary>
public sealed class DataQualityTests
{
    [Fact]
    public void Each_dimension_is_the_share_that_its_formula_gives()
    {
        const string contract = """
            columns:
              - name: id
                type: int64
                unique: true
              - name: speed
                type: float64
                min: 0
                mostly: 0.1
              - name: size
                type: string
                values: [S, M]
                mostly: 0.1
            table:
              rows: {min: 1, max: 10}
              key: [id, size]
            expectations:
              - type: expect_table_column_count_to_equal
                value: 4
            """;
        var quality = Reading.Validated("id,speed,size\n1,5,S\n2,-1,M\n2,fast,M\n3,,L\n", contract).Summary.ShouldNotBeNull().Quality.ShouldNotBeNull();
        // One field of twelve is missing; "fast" is there.
        quality.Completeness.ShouldBe(11 / 12.0, 1e-12);
        // id: all four; speed: -1 and "fast" of three; size: L of four.
        quality.Validity.ShouldNotBeNull().ShouldBe((1 + (1 / 3.0) + (3 / 4.0)) / 3, 1e-12);
        // Two of four ids, and two of four pairs of id and size, are repeats.
        quality.Uniqueness.ShouldNotBeNull().ShouldBe(0.5, 1e-12);
        // The number of rows holds, that of columns does not.
        quality.Consistency.ShouldNotBeNull().ShouldBe(0.5, 1e-12);
        quality.Score.ShouldBe((quality.Completeness + quality.Validity!.Value + 0.5 + 0.5) / 4, 1e-12);
    }

    [Fact]
    public void A_dimension_that_no_rule_speaks_of_is_not_there()
    {
        var quality = Reading.Validated("a,b\n1,x\n2,y\n", "columns:\n  - name: a\n    type: int64\n  - name: b\n    type: string\n").Summary!.Quality.ShouldNotBeNull();
        (quality.Uniqueness, quality.Consistency).ShouldBe((null, null));
        quality.Score.ShouldBe(1);
    }
}
