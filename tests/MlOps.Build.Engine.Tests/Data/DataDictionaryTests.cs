using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class DataDictionaryTests
{
    [Fact]
    public void A_column_is_a_row_with_what_it_may_hold()
    {
        var page = DataDictionary.Write(
            Reading.Schema("""
                license: CC-BY-4.0
                columns:
                  - name: Speed
                    type: float64
                    unit: knots
                    description: Indicated | air speed
                    missing: 0.3
                    min: 0
                    max: 600
                    mostly: 0.99
                  - name: Reporter
                    type: string
                    sensitive: true
                    values: [Planted]
                table:
                  rows: {min: 1000}
                cleaning:
                  - trim: [Reporter]
                """),
            "Strikes");
        page.ShouldContain("# Strikes: data dictionary\n");
        page.ShouldContain("| Speed | float64 | knots | Indicated \\| air speed | at most 30 % | at least 0; at most 600 | rules hold for 99 % of the values |\n");
        page.ShouldContain("## Table\n\n- at least 1,000 rows\n");
        page.ShouldContain("## Cleaning\n\n- Reporter: white space trimmed\n");
        page.ShouldNotContain("Planted");
    }
}
