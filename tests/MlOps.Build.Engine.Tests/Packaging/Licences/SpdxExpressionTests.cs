using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Packaging.Licences;

namespace MlOps.Build.Engine.Tests.Packaging.Licences;

/// <summary>The grammar of SPDX 2.3, annex D, with the examples that stand there.</summary>
public sealed class SpdxExpressionTests
{
    [Theory]
    [InlineData("MIT")]
    [InlineData("mit")]
    [InlineData("CDDL-1.0+")]
    [InlineData("LicenseRef-23")]
    [InlineData("LicenseRef-MIT-Style-1")]
    [InlineData("DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2")]
    [InlineData("LGPL-2.1-only OR MIT OR BSD-3-Clause")]
    [InlineData("GPL-2.0-or-later WITH Bison-exception-2.2")]
    [InlineData("MIT AND (LGPL-2.1-or-later OR BSD-3-Clause)")]
    public void An_expression_of_the_specification_is_one(string text) => SpdxExpression.Problem(text).ShouldBeNull();

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("Apache 2.0", "no licence of the SPDX list")]
    [InlineData("Apache-2", "Did you mean 'Apache-2.0'?")]
    [InlineData("MIT BSD-3-Clause", "where AND, OR or the end is expected")]
    [InlineData("(MIT", "open parenthesis")]
    [InlineData("MIT)", "')'")]
    [InlineData("MIT OR", "nothing")]
    [InlineData("MIT WITH", "exception")]
    [InlineData("internal use only", "no licence")]
    public void What_is_none_is_said_to_be_none(string text, string problem) => SpdxExpression.Problem(text).ShouldNotBeNull().ShouldContain(problem);

    [Fact]
    public void Any_depth_and_length_has_an_answer()
    {
        SpdxExpression.Problem(new string('(', 900)).ShouldNotBeNull().ShouldContain("nested deeper");
        SpdxExpression.Problem(new string('(', 1_000_000)).ShouldNotBeNull().ShouldContain("longer");
    }

    [Fact]
    public void The_contract_names_the_terms_of_the_data()
    {
        var diagnostics = new DiagnosticBag();
        var schema = SchemaFile.Parse("schema.yaml", "license: CC-BY-4.0\ncolumns:\n- {name: a, type: int64}\n", diagnostics).ShouldNotBeNull();

        schema.License.ShouldBe("CC-BY-4.0");
        SchemaFile.Parse("schema.yaml", SchemaFile.Write(schema), diagnostics).ShouldNotBeNull().License.ShouldBe("CC-BY-4.0");
        diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Terms_that_are_no_expression_are_an_error_at_their_line()
    {
        var diagnostics = new DiagnosticBag();
        SchemaFile.Parse("schema.yaml", "columns:\n- {name: a, type: int64}\nlicense: CC-BY\n", diagnostics).ShouldBeNull();

        var finding = diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(PackageCodes.UnknownLicense);
        finding.Position.Line.ShouldBe(3);
    }
}
