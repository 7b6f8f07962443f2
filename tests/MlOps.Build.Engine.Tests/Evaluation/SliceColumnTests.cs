using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation.Slices;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class SliceColumnTests
{
    private static readonly Table Table = Tables.Csv(
        "Diagnosis,Age,Ward\nflu,30,A\ncold,41,B\n,52,A\nflu,,B\ncold,63,A\nflu,74,A\n");

    [Fact]
    public void Values_are_those_of_the_test_rows() => Of(SliceConfig.Of("Diagnosis"), [3, 0, 2]).Values.ShouldBe(["flu", "flu", null]);

    [Fact]
    public void Values_of_a_sensitive_column_become_numbers_by_first_appearance() =>
        Of(SliceConfig.Of("Diagnosis"), [1, 0, 2, 3], "Diagnosis").Values.ShouldBe(["1", "2", null, "2"]);

    [Fact]
    public void I_can_put_numbers_into_buckets_at_edges_of_my_own()
    {
        var slice = Of(Buckets([41, 63]), [0, 1, 2, 3, 4, 5]);
        slice.Values.ShouldBe(["< 41", "[41, 63)", "[41, 63)", null, ">= 63", ">= 63"]);
        slice.Order.ShouldBe(["< 41", "[41, 63)", ">= 63"]);
    }

    [Fact]
    public void Buckets_are_learned_from_the_training_rows_alone()
    {
        var config = new SliceConfig { Parts = [new SlicePartConfig { Column = "Age", Buckets = 2 }] };
        SliceColumn.From(config, Table, Tables.Schema(Table), [0, 1, 2], [4, 5]).ShouldNotBeNull().Order.ShouldBe(["< 41", ">= 41"]);
    }

    [Fact]
    public void A_crossing_has_a_group_for_each_pair_and_none_where_a_part_is_missing()
    {
        var slice = Of(new SliceConfig { Parts = [new() { Column = "Ward" }, .. Buckets([50]).Parts] }, [0, 1, 2, 3]);
        slice.Name.ShouldBe("Ward x Age");
        slice.Values.ShouldBe(["A x < 50", "B x < 50", "A x >= 50", null]);
    }

    [Fact]
    public void A_sensitive_column_stays_numbered_inside_a_crossing_and_in_buckets()
    {
        var crossing = new SliceConfig { Parts = [new() { Column = "Diagnosis" }, new() { Column = "Ward" }] };
        Of(crossing, [1, 0, 4], "Diagnosis").Values.ShouldBe(["1 x B", "2 x A", "1 x A"]);
        var buckets = Of(Buckets([50]), [5, 0], "Age");
        buckets.Values.ShouldBe(["1", "2"]);
        buckets.Order.ShouldBeEmpty();
    }

    private static SliceConfig Buckets(double[] edges) => new() { Parts = [new SlicePartConfig { Column = "Age", Edges = edges }] };

    private static SliceColumn Of(SliceConfig slice, int[] testRows, params string[] sensitive)
    {
        var schema = Tables.Schema(Table);
        var columns = schema.Columns.Select(column => column with { Sensitive = sensitive.Contains(column.Name) });
        return SliceColumn.From(slice, Table, schema with { Columns = [.. columns] }, [0, 1, 2, 3, 4, 5], testRows).ShouldNotBeNull();
    }
}
