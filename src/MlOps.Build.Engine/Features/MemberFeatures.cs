using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Engine.Training.Heads;

namespace MlOps.Build.Engine.Features;

/// <summary>
/// What models of other projects say of a row, as the last features of an ensemble that combines them: their graphs stand in the preprocessing, read the raw
/// columns that it reads, and keep their own names behind a prefix.
/// </summary>
internal sealed class MemberFeatures(TrainingConfig config, IReadOnlyList<string> classes, GraphBuilder graph)
{
    public void AddTo(FeatureOutput output)
    {
        foreach (var member in config.Ensemble!.Members)
        {
            if (member.Model is not { } model)
                continue;
            // Of a number with its interval, the number.
            var whole = model.Graph.Graph;
            var value = graph.Inline(
                model.Graph with { Graph = LiveGraph.Of(whole, whole.Outputs[0]) with { Outputs = [whole.Outputs[0]] } }, input => input);
            IReadOnlyList<string> names = classes.Count == 0 ? [member.Name] : [.. classes.Select(name => $"{member.Name}: {name}")];
            output.AddModel(member.Name, [.. model.Graph.Graph.Inputs.Select(input => input.Name)], InOrder(value, model), names);
        }
    }

    // The same classes in another order are the same classes.
    private string InOrder(string value, MemberModel model)
    {
        if (classes.SequenceEqual(model.Signature.Classes, StringComparer.Ordinal))
            return value;
        var from = classes.Select(name => (long)model.Signature.Classes.ToList().IndexOf(name)).ToArray();
        return graph.AddNode("Gather", [value, graph.AddConstant("classes", from, from.Length)], ("axis", 1L));
    }
}
