using System.Runtime.CompilerServices;

namespace MlOps.Build.Inference.Interpreter.Trees;

/// <summary>Trees laid out flat. Scores are sums of leaf weights in double precision, tree by tree in the model's order.</summary>
internal sealed class TreeEnsemble
{
    // Enough rows to keep a tree in the cache while they pass through it, few enough to stay there themselves.
    private const int BlockRows = 32;

    private const int Together = 4;

    public required TreeNode[] Nodes { get; init; }

    public required int[] Roots { get; init; }

    /// <summary>By leaf, where its weights begin; one more entry at the end.</summary>
    public required int[] LeafStarts { get; init; }

    public required int[] Targets { get; init; }

    public required double[] Weights { get; init; }

    public required int TargetCount { get; init; }

    public required int FeatureCount { get; init; }

    /// <summary>How weights of one target become one score.</summary>
    public required TreeAggregate Aggregate { get; init; }

    /// <summary>Every leaf has one weight, all for target 0, and they are added: the common case.</summary>
    public required bool IsPlainSum { get; init; }

    /// <summary>
    /// Scores by row and target, without base values; <paramref name="scored"/> says which target any leaf had a weight for.
    /// </summary>
    public void Score(NodeCall call, double[] scores, bool[] scored)
    {
        var (rows, columns) = Learning.Tensors.Matrix(call, 0);
        if (columns < FeatureCount)
            throw call.Node.Fail($"its input has {columns} columns; its trees read {FeatureCount}");
        var block = call.Scratch<double>(Math.Min(rows, BlockRows) * columns);
        for (var first = 0; first < rows; first += BlockRows)
        {
            var count = Math.Min(BlockRows, rows - first);
            Widen(call, first * columns, block.AsSpan(0, count * columns));
            if (IsPlainSum)
                AddPlain(block, columns, scores.AsSpan(first * TargetCount, count * TargetCount));
            else
                AddGeneral(block, columns, count, scores.AsSpan(first * TargetCount), scored.AsSpan(first * TargetCount));
        }

        if (IsPlainSum)
        {
            for (var i = 0; i < scored.Length; i += TargetCount)
                scored[i] = Roots.Length > 0;
        }
    }

    /// <summary>Where a row goes on from a split.</summary>
    public int Next(int at, ReadOnlySpan<double> row) => Next(in Nodes[at], at, row);

    // Rows, or of few rows trees, by fours: a walk waits for memory at each step, and four of them wait together.
    private void AddPlain(double[] block, int columns, Span<double> scores)
    {
        var rows = scores.Length / TargetCount;
        var wide = rows / Together * Together;
        foreach (var root in wide > 0 ? Roots : [])
        {
            for (var row = 0; row < wide; row += Together)
            {
                var (a, b, c, d) = (root, root, root, root);
                var at = row * columns;
                Walk(ref a, ref b, ref c, ref d, block, at, at + columns, at + (2 * columns), at + (3 * columns));
                scores[row * TargetCount] += Nodes[a].Value;
                scores[(row + 1) * TargetCount] += Nodes[b].Value;
                scores[(row + 2) * TargetCount] += Nodes[c].Value;
                scores[(row + 3) * TargetCount] += Nodes[d].Value;
            }
        }

        for (var row = wide; row < rows; row++)
            scores[row * TargetCount] = Sum(block, row * columns, columns, scores[row * TargetCount]);
    }

    private void AddGeneral(double[] block, int columns, int rows, Span<double> scores, Span<bool> scored)
    {
        foreach (var root in Roots)
        {
            for (var row = 0; row < rows; row++)
            {
                var leaf = Nodes[Leaf(root, block.AsSpan(row * columns, columns))].Other;
                for (var i = LeafStarts[leaf]; i < LeafStarts[leaf + 1]; i++)
                    Combine(ref scores[(row * TargetCount) + Targets[i]], ref scored[(row * TargetCount) + Targets[i]], Weights[i]);
            }
        }
    }

    private void Combine(ref double score, ref bool scored, double weight)
    {
        score = Aggregate switch
        {
            TreeAggregate.Min when scored => Math.Min(score, weight),
            TreeAggregate.Max when scored => Math.Max(score, weight),
            TreeAggregate.Min or TreeAggregate.Max => weight,
            _ => score + weight,
        };
        scored = true;
    }

    // A row through all trees, from what it has already, in the model's order.
    private double Sum(double[] block, int from, int columns, double sum)
    {
        var tree = 0;
        for (; tree + Together <= Roots.Length; tree += Together)
        {
            var (a, b, c, d) = (Roots[tree], Roots[tree + 1], Roots[tree + 2], Roots[tree + 3]);
            Walk(ref a, ref b, ref c, ref d, block, from, from, from, from);
            sum = sum + Nodes[a].Value + Nodes[b].Value + Nodes[c].Value + Nodes[d].Value;
        }

        for (; tree < Roots.Length; tree++)
            sum += Nodes[Leaf(Roots[tree], block.AsSpan(from, columns))].Value;
        return sum;
    }

    private void Walk(ref int a, ref int b, ref int c, ref int d, double[] block, int fromA, int fromB, int fromC, int fromD)
    {
        var nodes = Nodes;
        while (true)
        {
            ref readonly var nodeA = ref nodes[a];
            ref readonly var nodeB = ref nodes[b];
            ref readonly var nodeC = ref nodes[c];
            ref readonly var nodeD = ref nodes[d];
            if ((nodeA.Key & nodeB.Key & nodeC.Key & nodeD.Key) < 0)
                return;
            a = Step(in nodeA, a, block, fromA);
            b = Step(in nodeB, b, block, fromB);
            c = Step(in nodeC, c, block, fromC);
            d = Step(in nodeD, d, block, fromD);
        }
    }

    // As Next, and a leaf leads to itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(in TreeNode node, int at, double[] block, int from)
    {
        var isLeaf = node.Key >> 31;
        var key = node.Key & ~isLeaf;
        var x = block[from + (key >> 2)];
        var isTrue = (key & TreeNode.IsInequality) == 0 ? (x <= node.Value ? 1 : 0) : (x != node.Value ? 1 : 0);
        isTrue ^= key & TreeNode.MissingIsOther & (double.IsNaN(x) ? 1 : 0);
        var next = node.Other + ((at + 1 - node.Other) & -isTrue);
        return (next & ~isLeaf) | (at & isLeaf);
    }

    private int Leaf(int at, ReadOnlySpan<double> row)
    {
        var nodes = Nodes;
        while (true)
        {
            ref readonly var node = ref nodes[at];
            if (node.Key < 0)
                return at;
            at = Next(in node, at, row);
        }
    }

    // Which way a row goes is as good as random to the processor, so the step is arithmetic: a branch would be guessed wrong half the time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(in TreeNode node, int at, ReadOnlySpan<double> row)
    {
        var key = node.Key;
        var x = row[key >> 2];
        var isTrue = (key & TreeNode.IsInequality) == 0 ? (x <= node.Value ? 1 : 0) : (x != node.Value ? 1 : 0);
        isTrue ^= key & TreeNode.MissingIsOther & (double.IsNaN(x) ? 1 : 0);
        return node.Other + ((at + 1 - node.Other) & -isTrue);
    }

    // Whole numbers pass through float, as they do in ONNX Runtime.
    private static void Widen(NodeCall call, int from, Span<double> block)
    {
        switch (call[0])
        {
            case Tensor<float> x:
                for (var i = 0; i < block.Length; i++)
                    block[i] = x.Values[from + i];
                break;
            case Tensor<double> x:
                x.Values.AsSpan(from, block.Length).CopyTo(block);
                break;
            case Tensor<long> x:
                for (var i = 0; i < block.Length; i++)
                    block[i] = (float)x.Values[from + i];
                break;
            case Tensor<int> x:
                for (var i = 0; i < block.Length; i++)
                    block[i] = (float)x.Values[from + i];
                break;
            default:
                throw call.Unsupported(0);
        }
    }
}
