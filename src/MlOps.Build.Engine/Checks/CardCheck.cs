using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting.Cards;

namespace MlOps.Build.Engine.Checks;

/// <summary><c>card.unwritten</c>: how many of the parts that only people can write hold nothing yet, 0 to 6.</summary>
internal sealed class CardCheck : IModelCheck
{
    public IReadOnlyList<string> Names { get; } = ["card.unwritten"];

    // Not the file: a changed word changes the card, but not how many parts are written.
    public StageInputs Inputs(CheckContext context) => new() { Options = [StageInputs.Option("unwritten", Unwritten(context))] };

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken)
    {
        if (Unwritten(context) is { } unwritten)
            yield return new CheckValue { Name = Names[0], Value = unwritten.Count, Detail = string.Join(", ", unwritten) };
        else
            yield return new CheckValue { Name = Names[0], Reason = "model-card.md cannot be read" };
    }

    private static IReadOnlyList<string>? Unwritten(CheckContext context) => CardReader.Read(context.Project, [])?.Unwritten;
}
