using MlOps.Build.Engine.Features.Lanes;

namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>
/// One code a level, the most frequent first, for trainers that divide sets of codes. Levels beyond the 253 most frequent share one code, and
/// so does a value never seen, which without such levels is missing.
/// </summary>
internal sealed class CategoryTransform : ITransform
{
    /// <summary>Most codes: one less than the bins of a feature, one of which is kept for missing values.</summary>
    public const int MostCodes = 254;

    public IReadOnlyList<Lane>? Apply(Lane lane, FitContext context)
    {
        if (CategoryOf.Lane(lane, context) is not { } category)
            return context.Unfit(lane, "text, whole numbers or buckets");
        if (category.Levels.Count == 0)
            return context.NotLearnable($"'{lane.Name}' has no value on the training rows. Leave it out.");
        var order = category.ByFrequency();
        var kept = order.Length <= MostCodes ? order.Length : MostCodes - 1;
        context.Say(kept == order.Length ? (FormattableString)$"categories, {kept} levels" : $"categories, {kept} levels and {order.Length - kept} rare as one");
        var codes = order.Select((_, i) => (float)Math.Min(i, kept)).ToList();
        codes.Add(category.Imputed is { } imputed ? codes[Array.IndexOf(order, imputed)] : float.NaN);
        var encoded = context.Graph.AddMlNode(
            "LabelEncoder",
            [category.Value],
            category.Keys.Attribute(order, missing: true),
            ("values_floats", codes.ToArray()),
            ("default_float", kept == order.Length ? float.NaN : kept));
        return [new DoneLane(lane.Name, encoded, [lane.Name], Math.Min(order.Length, MostCodes))];
    }
}
