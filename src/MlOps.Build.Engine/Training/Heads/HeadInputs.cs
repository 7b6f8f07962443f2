using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>
/// Finds what each input of a graph reads: the features that somebody named, the whole matrix when there is one input, or the feature of the
/// input's name.
/// </summary>
internal sealed class HeadInputs(HeadShape shape, string source)
{
    public IReadOnlyList<HeadFeed> Of(OnnxGraph graph, HeadWishes wishes)
    {
        var constants = graph.Initializers.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        var inputs = graph.Inputs.Where(input => !constants.Contains(input.Name)).ToList();
        if (wishes.Inputs.Keys.FirstOrDefault(name => inputs.TrueForAll(input => input.Name != name)) is { } unknown)
            throw Bad($"has no input '{unknown}'; it reads {All(inputs)}");
        if (inputs.Count == 0)
            throw Bad("reads no input");
        return [.. inputs.Select(input => Feed(input, inputs, wishes))];
    }

    private HeadFeed Feed(OnnxValue input, List<OnnxValue> all, HeadWishes wishes)
    {
        if (wishes.Inputs.TryGetValue(input.Name, out var named))
            return Checked(input, [.. named.Select(Column)]);
        if (all.Count == 1 && (input.Shape.Count == 0 || Width(input) is null || Width(input) == shape.Features || shape.Names.All(name => name != input.Name)))
            return Checked(input, null);
        if (shape.Names.Contains(input.Name))
            return Checked(input, [Column(input.Name)]);
        throw Bad($"has {all.Count} inputs: {All(all)}; '{input.Name}' is no feature");
    }

    private HeadFeed Checked(OnnxValue input, long[]? columns)
    {
        var width = columns?.Length ?? shape.Features;
        if (input.Type is not (OnnxType.Float or OnnxType.Double or OnnxType.Int64 or OnnxType.Int32) || input.Shape.Count > 2 || (input.Shape.Count == 1 && width != 1))
            throw Bad($"reads '{input.Name}', {ValueWords.Of(input)}", columns);
        if (input.Shape is [> 0 and var rows, ..])
            throw Bad($"reads exactly {rows} {(rows == 1 ? "row" : "rows")} at a time", columns, " Export it with a free first dimension.");
        if (Width(input) is { } given && given != width)
        {
            throw Bad(columns is null
                ? $"reads {given} features, and the matrix has {width}"
                : $"reads {given} features in '{input.Name}', for which {width} {(width == 1 ? "is" : "are")} named", columns);
        }

        return new HeadFeed(input, columns);
    }

    private static long? Width(OnnxValue input) => input.Shape is [_, > 0 and var width] ? width : null;

    private long Column(string name)
    {
        for (var i = 0; i < shape.Features; i++)
        {
            if (shape.Names[i] == name)
                return i;
        }

        var hint = DidYouMean.Sentence(name, shape.Names);
        var known = $" Features: {string.Join(", ", shape.Names.Take(20))}{(shape.Features > 20 ? ", …" : "")}.";
        throw new TrainingFailedException(TrainingCodes.HeadInput, $"{source} is to read '{name}', which is no feature.{(hint.Length > 0 ? hint : known)}");
    }

    private static string All(List<OnnxValue> inputs) =>
        string.Join(", ", inputs.Take(10).Select(input => $"'{input.Name}'")) + (inputs.Count > 10 ? ", …" : "");

    private TrainingFailedException Bad(string what, long[]? columns = null, string way = "")
    {
        var expected = columns is null
            ? $"one float tensor [N, {shape.Features}], the features in the order of the matrix"
            : $"a float tensor [N, {columns.Length}]";
        return new(TrainingCodes.HeadInput, $"{source} {what}; expected {expected}.{way}");
    }
}
