using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class SchemaUpdateTests
{
    private const string Existing = """
        # Owned by the strikes team.
        columns:
          # speed at impact
          - name: Speed   # knots
            type: float64
            max: 500
            description: |
              Two
              lines.
            # never negative

        # below the columns
        table:
          key: [Speed]

        """;

    [Fact]
    public void New_columns_are_appended_and_everything_else_stays()
    {
        var updated = Update(Existing, "- {name: Speed, type: int64}\n  - {name: City, type: string, values: [a, b]}");
        updated.ShouldBe(Existing.Replace("    # never negative\n", """
                # never negative
              - name: City
                type: string
                values: [a, b]

            """, StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_that_are_gone_are_marked_once_and_unmarked_when_they_return()
    {
        var updated = Update(Existing, "- {name: City, type: string}");
        updated.ShouldContain("  # speed at impact\n  # not in the data any more\n  - name: Speed   # knots\n");
        Update(updated, "- {name: City, type: string}").ShouldBe(updated);
        Update(updated, "- {name: Speed, type: int64}\n  - {name: City, type: string}").ShouldNotContain("not in the data");
    }

    [Fact]
    public void Nothing_new_changes_nothing() => Update(Existing, "- {name: Speed, type: int64}").ShouldBe(Existing);

    [Fact]
    public void Windows_line_ends_stay()
    {
        var updated = Update(Existing.ReplaceLineEndings("\r\n"), "- {name: Speed, type: int64}\n  - {name: City, type: string}");
        updated.ShouldContain("  - name: City\r\n    type: string\r\n");
        updated.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("columns:\n- name: a\n  type: int64", "columns:\n- name: a\n  type: int64\n- name: b\n  type: string")]
    [InlineData("columns: [{name: a, type: int64}]\n", "columns: [{name: a, type: int64}, {name: b, type: string}]\n")]
    [InlineData(
        "columns:\n  - {name: a, type: int64}\ntable:\n  key: [a]\n",
        "columns:\n  - {name: a, type: int64}\n  - name: b\n    type: string\ntable:\n  key: [a]\n")]
    [InlineData(
        "format:\n  header: true\n",
        "format:\n  header: true\ncolumns:\n  - name: a\n    type: int64\n  - name: b\n    type: string\n")]
    [InlineData(
        "columns:\n  - {name: a,\n     type: int64 # }\n    }\ntable:\n  key: [a]\n",
        "columns:\n  - {name: a,\n     type: int64 # }\n    }\n  - name: b\n    type: string\ntable:\n  key: [a]\n")]
    [InlineData("columns: [", "columns: [")]
    public void Other_layouts_are_kept(string existing, string expected)
    {
        var updated = Update(existing, "- {name: a, type: int64}\n  - {name: b, type: string}");
        updated.ShouldBe(expected);
    }

    private static string Update(string existing, string columns) =>
        SchemaFile.Update(existing, Reading.Schema($"columns:\n  {columns}\n"));
}
