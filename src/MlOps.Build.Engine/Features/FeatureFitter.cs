using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Features.Transforms;
using MlOps.Build.Engine.Onnx;

namespace MlOps.Build.Engine.Features;

/// <summary>Fits one feature: the declared transformations in order, then what its type and the trainer still need.</summary>
internal sealed class FeatureFitter(
    FeatureConfig feature, TrainerTraits traits, string? timeColumn, GraphBuilder graph, RawColumns raw, DiagnosticBag diagnostics)
{
    // Of so few levels even the rare ones are not worth a code of their own.
    private const int FewLevels = 16;

    private readonly List<string> _words = [];

    /// <summary>What was done, in words.</summary>
    public IReadOnlyList<string> Words => _words.Count == 0 ? ["as it is"] : _words;

    /// <summary>The finished lanes; null, with errors, when one cannot be.</summary>
    public IReadOnlyList<DoneLane>? Fit()
    {
        if (Begin() is not { } lane)
            return null;
        IReadOnlyList<Lane>? lanes = [lane];
        foreach (var transform in feature.Transforms)
        {
            lanes = Apply(lanes, transform);
            if (lanes is null)
                return null;
        }

        while (lanes.Any(unfinished => unfinished is not DoneLane))
        {
            lanes = Flatten(lanes.Select(Finish));
            if (lanes is null)
                return null;
        }

        return [.. lanes.Cast<DoneLane>()];
    }

    private Lane? Begin()
    {
        var sides = feature.Columns.Select(raw.Lane).ToList();
        return sides.Count == 1 ? sides[0] : CrossLane.Of(sides, Context(CrossLane.Step(feature)));
    }

    private IReadOnlyList<Lane>? Apply(IReadOnlyList<Lane> lanes, TransformConfig transform)
    {
        if (lanes.All(lane => lane is DoneLane))
        {
            Context(transform).Unfit(lanes[0], "a value that is not finished yet");
            return null;
        }

        if (transform.Name == TransformCatalog.Category && !traits.HandlesCategories)
            transform = transform with { Name = TransformCatalog.OneHot };
        var code = TransformRegistry.Find(transform.Name);
        return Flatten(lanes.Select(lane => lane is DoneLane ? [lane] : code.Apply(lane, Context(transform))));
    }

    private IReadOnlyList<Lane>? Finish(Lane lane) => lane switch
    {
        DoneLane => [lane],
        TimeLane time => Default(time, TransformCatalog.DateParts, "parts", Parts(time)),
        CategoryLane { Levels.Count: > FewLevels } many when !traits.WantsScaling => FinishManyLevels(many),
        CategoryLane => Default(lane, TransformCatalog.OneHot),
        NumberLane number => FinishNumber(number),
        _ => throw new InvalidOperationException($"No default for {lane.Kind}."),
    };

    // One-hot inputs put all rare values together; the code tells them apart, so that trees lose nothing that a column holds.
    private IReadOnlyList<Lane>? FinishManyLevels(CategoryLane lane)
    {
        var frequent = OneHotTransform.Frequent(lane).Length;
        var inputs = frequent > 0 ? Default(lane, TransformCatalog.OneHot) : [];
        return frequent == lane.Levels.Count
            ? inputs
            : Flatten([inputs, Default(lane, TransformCatalog.Ordinal, "order", ["value"])]);
    }

    private IReadOnlyList<Lane>? FinishNumber(NumberLane lane)
    {
        Lane current = lane;
        if (!traits.HandlesMissing && !lane.Filled)
        {
            if (Default(current, TransformCatalog.Impute) is not [var filled])
                return null;
            current = filled;
        }

        if (traits.WantsScaling && !lane.Scaled)
        {
            if (Default(current, TransformCatalog.Scale) is not [var scaled])
                return null;
            current = scaled;
        }

        var value = graph.AddNode("Cast", [current.Value], ("to", (long)Inference.Onnx.OnnxType.Float));
        return [new DoneLane(lane.Name, value, [lane.Name])];
    }

    // The year of a time that the split goes by is one that the model has not seen when it is used.
    private string[] Parts(TimeLane time)
    {
        var parts = new List<string> { DatePart.Month, DatePart.DayOfWeek };
        if (time.Name != timeColumn)
            parts.Insert(0, DatePart.Year);
        if (time.HasTimeOfDay)
            parts.Add(DatePart.Hour);
        return [.. parts];
    }

    private IReadOnlyList<Lane>? Default(Lane lane, string name, string? argument = null, string[]? values = null)
    {
        var arguments = new Dictionary<string, IReadOnlyList<string>>();
        if (argument is not null)
            arguments[argument] = values!;
        return TransformRegistry.Find(name).Apply(lane, Context(new TransformConfig(name, arguments, feature.Position)));
    }

    private static IReadOnlyList<Lane>? Flatten(IEnumerable<IReadOnlyList<Lane>?> results)
    {
        var lanes = new List<Lane>();
        foreach (var result in results)
        {
            if (result is null)
                return null;
            lanes.AddRange(result);
        }

        return lanes;
    }

    private FitContext Context(TransformConfig transform) => new(graph, transform, _words, diagnostics);
}
