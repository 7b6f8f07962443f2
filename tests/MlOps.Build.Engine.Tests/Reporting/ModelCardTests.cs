using MlOps.Build.Engine.Reporting;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class ModelCardTests
{
    // Mitchell et al. 2019, figure 1.
    private static readonly string[] Sections =
    [
        "Model details", "Intended use", "Factors", "Metrics", "Evaluation data", "Training data", "Quantitative analyses",
        "Ethical considerations",
        "Caveats and recommendations",
    ];

    [Fact]
    public void The_card_has_the_published_sections_in_order()
    {
        var card = ModelCard.Render(SampleReports.Birdstrikes());
        card.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).ShouldBe(Sections);
    }

    [Fact]
    public void What_only_people_know_is_marked_and_not_made_up()
    {
        var card = ModelCard.Render(SampleReports.Birdstrikes());
        card.ShouldContain("## Intended use\n\n<!-- To be written by people; the build cannot know it. -->\nNot written yet: ");
        card.ShouldContain("## Ethical considerations\n\n<!-- To be written");
    }

    [Fact]
    public void Open_items_are_caveats() =>
        ModelCard.Render(SampleReports.Birdstrikes())
            .ShouldContain("- Undecided: The model's owner has read the report: not signed off yet");
}
