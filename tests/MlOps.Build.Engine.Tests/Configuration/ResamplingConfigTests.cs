using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Bootstrap;

namespace MlOps.Build.Engine.Tests.Configuration;

public sealed class ResamplingConfigTests
{
    [Theory]
    [InlineData("classes", Resampling.WithinClasses, null, null)]
    [InlineData("rows", Resampling.AllRows, null, null)]
    [InlineData("{ by: group, column: Site }", Resampling.Groups, "Site", null)]
    [InlineData("{ by: time, column: Day, block: 20 }", Resampling.Blocks, "Day", 20)]
    [InlineData("{ by: time, column: Day }", Resampling.Blocks, "Day", null)]
    internal void What_is_drawn_is_a_name_or_a_mapping(string text, Resampling by, string? column, int? block) =>
        Read(text).ShouldBe(new ResamplingConfig { By = by, Column = column, Block = block });

    [Theory]
    [InlineData("grop", "'evaluation.resampling' is 'grop'; expected one of rows, classes, group, time. Did you mean 'group'?")]
    [InlineData("group", "'evaluation.resampling' by group needs the column to go by. Write '{ by: group, column: … }'.")]
    [InlineData("{ by: rows, column: Site }", "'column' means nothing to 'evaluation.resampling' by rows. Remove it.")]
    [InlineData("{ by: group, column: Site, block: 3 }", "'block' means nothing to 'evaluation.resampling' by group. Remove it, or write 'by: time'.")]
    [InlineData("{ by: time, column: Day, block: 0 }", "'evaluation.resampling.block' is '0'; expected a whole number in 1..1000000.")]
    [InlineData("{ column: Day }", "'evaluation.resampling.by' is missing. Write 'by: group' or 'by: time'.")]
    public void What_cannot_be_drawn_is_said(string text, string expected)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", Text(text), diagnostics);
        diagnostics.ShouldHaveSingleItem().Message.ShouldBe(expected);
    }

    [Theory]
    [InlineData("stratified", Resampling.AllRows, null)]
    [InlineData("{ by: group, column: Site }", Resampling.Groups, "Site")]
    [InlineData("{ by: time, column: Day }", Resampling.Blocks, "Day")]
    internal void Without_a_word_resamples_follow_the_split(string split, Resampling by, string? column) =>
        ResamplingConfig.For(Tables.Config($"task: binary\nlabel: y\nsplit: {split}\n").Split)
            .ShouldBe(new ResamplingConfig { By = by, Column = column });

    private static ResamplingConfig? Read(string text) => Tables.Config(Text(text)).Evaluation.Resampling;

    private static string Text(string resampling) => $"task: binary\nlabel: y\nevaluation: {{ resampling: {resampling} }}\n";
}
