namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Attributes of made-up trees, the same for the same seed.</summary>
internal sealed class RandomTrees(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<long> _tree = [];
    private readonly List<long> _node = [];
    private readonly List<long> _feature = [];
    private readonly List<float> _value = [];
    private readonly List<string> _mode = [];
    private readonly List<long> _true = [];
    private readonly List<long> _false = [];
    private readonly List<long> _missing = [];
    private readonly List<long> _leafTree = [];
    private readonly List<long> _leafNode = [];
    private readonly List<long> _leafTarget = [];
    private readonly List<float> _leafWeight = [];

    public string[] Modes { get; init; } = ["BRANCH_LEQ"];

    public bool Missing { get; init; }

    public int Features { get; init; } = 4;

    /// <summary>Targets of each leaf.</summary>
    public long[] Targets { get; init; } = [0];

    /// <summary>Whether a leaf has a weight for each target, or for one drawn from them.</summary>
    public bool AllTargets { get; init; } = true;

    public (float Low, float High) Weights { get; init; } = (-1, 1);

    public (string, object)[] Attributes(string prefix, int trees, int depth)
    {
        for (var tree = 0; tree < trees; tree++)
        {
            var next = 1L;
            Grow(tree, 0, depth, ref next);
        }

        (string, object)[] attributes =
        [
            ("nodes_treeids", _tree.ToArray()), ("nodes_nodeids", _node.ToArray()), ("nodes_featureids", _feature.ToArray()),
            ("nodes_values", _value.ToArray()), ("nodes_modes", _mode.ToArray()), ("nodes_truenodeids", _true.ToArray()),
            ("nodes_falsenodeids", _false.ToArray()), ($"{prefix}_treeids", _leafTree.ToArray()), ($"{prefix}_nodeids", _leafNode.ToArray()),
            ($"{prefix}_ids", _leafTarget.ToArray()), ($"{prefix}_weights", _leafWeight.ToArray()),
        ];
        return Missing ? [.. attributes, ("nodes_missing_value_tracks_true", _missing.ToArray())] : attributes;
    }

    private void Grow(long tree, long node, int depth, ref long next)
    {
        var isLeaf = depth == 0 || (node > 0 && _random.Next(6) == 0);
        var (left, right) = isLeaf ? (0, 0) : (next++, next++);
        _tree.Add(tree);
        _node.Add(node);
        _feature.Add(isLeaf ? 0 : _random.Next(Features));
        // Quarters, so that inputs in quarters meet thresholds exactly.
        _value.Add(isLeaf ? 0 : _random.Next(-8, 9) / 4f);
        _mode.Add(isLeaf ? "LEAF" : Modes[_random.Next(Modes.Length)]);
        _true.Add(left);
        _false.Add(right);
        _missing.Add(!isLeaf && _random.Next(2) == 0 ? 1 : 0);
        if (isLeaf)
        {
            AddLeaf(tree, node);
            return;
        }

        Grow(tree, left, depth - 1, ref next);
        Grow(tree, right, depth - 1, ref next);
    }

    private void AddLeaf(long tree, long node)
    {
        foreach (var target in AllTargets ? Targets : [Targets[_random.Next(Targets.Length)]])
        {
            _leafTree.Add(tree);
            _leafNode.Add(node);
            _leafTarget.Add(target);
            _leafWeight.Add((float)(Weights.Low + (_random.NextDouble() * (Weights.High - Weights.Low))));
        }
    }
}
