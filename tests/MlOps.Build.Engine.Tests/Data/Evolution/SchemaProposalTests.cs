using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Schemas.Evolution;

namespace MlOps.Build.Engine.Tests.Data.Evolution;

/// <summary>A contract widened to the data is kept by them, and is no wider than it must be.</summary>
public sealed class SchemaProposalTests
{
    private const string Contract = """
        columns:
          - name: speed
            type: float64
            min: 0
            max: 5
          - name: size
            type: string
            values: [S, M]
            missing: 0
          - name: code
            type: string
            unique: true
            pattern: "[A-Z]+"
            max_length: 2
        table:
          rows:
            max: 2
        """;

    private const string Data = "speed,size,code\n1,S,AB\n7.5,L,ABC\n-2,,ABC\n";

    [Fact]
    public void The_data_keep_what_is_proposed()
    {
        var reading = Reading.Validated(Data, Contract);
        reading.Summary.ShouldNotBeNull().Violations.Count.ShouldBe(6);
        var proposed = SchemaProposal.Of(Reading.Schema(Contract), reading.Table.ShouldNotBeNull(), reading.Summary!.Violations);
        Reading.Validated(Data, SchemaFile.Write(proposed)).Summary.ShouldNotBeNull().Violations.ShouldBeEmpty();
        SchemaComparer.Compare(Reading.Schema(Contract), proposed).Select(SchemaChangeText.Line).ShouldBe(
        [
            "looser   'speed' min 0 -> -2",
            "looser   'speed' max 5 -> 7.5",
            "looser   'size' missing 0 -> 0.34",
            "looser   'size' values [S, M] -> [S, M, L]",
            "looser   'code' unique true -> false",
            "looser   'code' max_length 2 -> 3",
            "looser   table rows.max 2 -> 3",
        ]);
    }

    [Fact]
    public void Data_that_keep_the_contract_propose_nothing()
    {
        var reading = Reading.Validated("speed,size,code\n1,S,AB\n", Contract);
        var proposed = SchemaProposal.Of(Reading.Schema(Contract), reading.Table.ShouldNotBeNull(), reading.Summary!.Violations);
        SchemaComparer.Compare(Reading.Schema(Contract), proposed).ShouldBeEmpty();
    }

    [Fact]
    public void A_field_that_does_not_parse_makes_the_column_text()
    {
        const string contract = "columns:\n  - name: speed\n    type: float64\n    max: 5\n  - name: d\n    type: string\n";
        var reading = Reading.Validated("speed,d\n1,x\nfast,x\n", contract);
        var proposed = SchemaProposal.Of(Reading.Schema(contract), reading.Table.ShouldNotBeNull(), reading.Summary!.Violations);
        proposed.Columns[0].Type.ShouldBe(ColumnType.String);
        Reading.Validated("speed,d\n1,x\nfast,x\n", SchemaFile.Write(proposed)).Summary.ShouldNotBeNull().Violations.ShouldBeEmpty();
    }
}
