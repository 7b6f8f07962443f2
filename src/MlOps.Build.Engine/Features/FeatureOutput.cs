using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Features;

/// <summary>Lines finished lanes up as the graph's one output.</summary>
internal sealed class FeatureOutput(GraphBuilder graph)
{
    private readonly List<string> _values = [];
    private readonly List<string> _inputs = [];
    private readonly List<int> _categories = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<FeatureColumnSummary> _columns = [];

    public IReadOnlyList<string> Inputs => _inputs;

    /// <summary>By input, how many codes without an order it holds; empty when all are numbers.</summary>
    public IReadOnlyList<int> Categories => _categories.TrueForAll(count => count == 0) ? [] : _categories;

    public IReadOnlyList<FeatureColumnSummary> Columns => _columns;

    public void Add(FeatureConfig feature, IReadOnlyList<string> words, IReadOnlyList<DoneLane> lanes)
    {
        var first = _inputs.Count;
        foreach (var lane in lanes)
        {
            _values.Add(lane.Value);
            _inputs.AddRange(lane.Inputs.Select(Unique));
            _categories.AddRange(lane.Inputs.Select(_ => lane.Categories));
        }

        _columns.Add(new FeatureColumnSummary
        {
            Column = string.Join(" x ", feature.Columns),
            Sources = feature.Columns,
            Transformations = words,
            FirstInput = first,
            InputCount = _inputs.Count - first,
        });
    }

    /// <summary>What a model of another project says.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="sources">The raw columns that it reads.</param>
    /// <param name="value">Its output.</param>
    /// <param name="inputs">The names of the output's columns.</param>
    public void AddModel(string name, IReadOnlyList<string> sources, string value, IReadOnlyList<string> inputs)
    {
        _columns.Add(new FeatureColumnSummary
        {
            Column = name,
            Sources = sources,
            Transformations = ["the model's prediction"],
            FirstInput = _inputs.Count,
            InputCount = inputs.Count,
        });
        _values.Add(value);
        _inputs.AddRange(inputs.Select(Unique));
        _categories.AddRange(inputs.Select(_ => 0));
    }

    public OnnxModel Finish()
    {
        var joined = graph.AddNode("Concat", _values, ("axis", 1L));
        graph.AddOutput(ModelJoiner.Seam, joined, OnnxType.Float, null, _inputs.Count);
        return graph.Build();
    }

    private string Unique(string wanted)
    {
        var name = wanted;
        for (var i = 2; !_taken.Add(name); i++)
            name = $"{wanted} ({i})";
        return name;
    }
}
