using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>Whether the champion predicts the same thing from columns that today's data have.</summary>
internal static class ChampionFit
{
    /// <summary>Null when it fits.</summary>
    public static ChampionRefusal? Check(ModelSignature signature, OnnxGraph graph, ChampionRows rows) =>
        CheckLabel(signature, rows) ?? CheckColumns(signature, graph, rows);

    private static ChampionRefusal? CheckLabel(ModelSignature signature, ChampionRows rows)
    {
        if (signature.Task != rows.Config.Task)
            return Incompatible($"its task is {Word(signature.Task)}, this model's is {Word(rows.Config.Task)}");
        if (signature.Label != rows.Config.Label.Name)
            return Incompatible($"it predicts '{signature.Label}', this model predicts '{rows.Config.Label.Name}'");
        if (!signature.Classes.Order(StringComparer.Ordinal).SequenceEqual(rows.Classes.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            return Incompatible($"its classes are {List(signature.Classes)}, this model's are {List(rows.Classes)}");
        return null;
    }

    // A column of the signature that training left out is no input of the graph, and nothing is missed without it.
    private static ChampionRefusal? CheckColumns(ModelSignature signature, OnnxGraph graph, ChampionRows rows)
    {
        var taken = graph.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var inputs = signature.Inputs.Where(input => taken.Contains(input.Name)).ToList();
        var missing = inputs.Where(input => rows.Table.Find(input.Name) is null).Select(input => input.Name).ToList();
        if (missing.Count > 0)
            return Columns($"it takes {List(missing)}, which today's data do not have");
        return inputs.Select(input => CheckType(input, rows)).FirstOrDefault(refusal => refusal is not null);
    }

    // A date and a timestamp are both whole numbers in the graph, of different units.
    private static ChampionRefusal? CheckType(SignatureInput input, ChampionRows rows)
    {
        var type = rows.Table.Find(input.Name)!.Type;
        var fits = RawColumns.TypeOf(input.Type) == OnnxType.Double ? RawColumns.TypeOf(type) == OnnxType.Double : type == input.Type;
        return fits ? null : Columns($"it takes '{input.Name}' as {Word(input.Type)}, today's data hold it as {Word(type)}");
    }

    private static ChampionRefusal Incompatible(string reason) => new(
        ChampionCodes.Incompatible, reason, "Two models that predict different things have no common yardstick: promote this one without the comparison.");

    private static ChampionRefusal Columns(string reason) => new(
        ChampionCodes.ColumnsMissing, reason, "Give the data that column again, or promote this model without the comparison.");

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string List(IReadOnlyCollection<string> names)
    {
        const int most = 5;
        var shown = string.Join(", ", names.Take(most).Select(name => $"'{name}'"));
        return names.Count > most ? $"{shown} and {names.Count - most} more" : shown;
    }
}
