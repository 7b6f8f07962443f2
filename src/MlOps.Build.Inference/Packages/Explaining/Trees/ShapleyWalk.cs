namespace MlOps.Build.Inference;

/// <summary>
/// One row's way through the trees: EXTEND and UNWIND of Lundberg et al. (2020, algorithm 2) on a path of players, each of which is on it once.
/// </summary>
internal sealed class ShapleyWalk
{
    private readonly AttributedTrees _trees;
    private readonly long[] _rows;
    private readonly double[] _features;
    private readonly int[] _players;

    // Paths of all depths one behind the other, each longer by one.
    private readonly PathElement[] _paths;

    public ShapleyWalk(AttributedTrees trees, long[] rows, double[] features, int[] players)
    {
        (_trees, _rows, _features, _players) = (trees, rows, features, players);
        _paths = new PathElement[(trees.Depth + 2) * (trees.Depth + 3) / 2];
        Values = new double[(players.DefaultIfEmpty(-1).Max() + 1) * trees.Ensemble.TargetCount];
    }

    /// <summary>Player after player, one value an output.</summary>
    public double[] Values { get; }

    public void Add(int root) => Walk(root, 0, 0, new PathElement { Player = -1, Zero = 1, One = 1 });

    // The path so far has as many elements as length, from start on; it stays as it is, and its copy with one more stands behind it.
    private void Walk(int at, int start, int length, PathElement next)
    {
        // What neither the row nor the counted rows reach adds nothing.
        if (next is { Zero: 0, One: 0 })
            return;
        var own = start + length;
        Array.Copy(_paths, start, _paths, own, length);
        var path = _paths.AsSpan(own, length + 1);
        Extend(path, next);
        var node = _trees.Nodes[at];
        if (node.IsLeaf)
        {
            AddLeaf(node.Place, path);
            return;
        }

        var before = new PathElement { Player = _players[node.Feature], Zero = 1, One = 1 };
        var place = PlaceOf(before.Player, path);
        if (place > 0)
        {
            before = path[place];
            Unwind(path, place);
            path = path[..^1];
        }

        var (taken, count) = (_trees.Child(at, _features), path.Length);
        Walk(node.First, own, count, Further(before, at, node.First, taken));
        Walk(node.Second, own, count, Further(before, at, node.Second, taken));
    }

    private PathElement Further(PathElement before, int at, int child, int taken)
    {
        var share = _rows[at] > 0 ? (double)_rows[child] / _rows[at] : 0.5;
        return new PathElement { Player = before.Player, Zero = before.Zero * share, One = child == taken ? before.One : 0 };
    }

    private static int PlaceOf(int player, ReadOnlySpan<PathElement> path)
    {
        for (var k = 1; k < path.Length; k++)
        {
            if (path[k].Player == player)
                return k;
        }

        return -1;
    }

    private void AddLeaf(int place, ReadOnlySpan<PathElement> path)
    {
        var ensemble = _trees.Ensemble;
        var leaf = ensemble.Nodes[place].Other;
        for (var k = 1; k < path.Length; k++)
        {
            var share = WeightWithout(path, k) * (path[k].One - path[k].Zero);
            for (var i = ensemble.LeafStarts[leaf]; i < ensemble.LeafStarts[leaf + 1]; i++)
                Values[(path[k].Player * ensemble.TargetCount) + ensemble.Targets[i]] += share * ensemble.Weights[i];
        }
    }

    private static void Extend(Span<PathElement> path, PathElement next)
    {
        var last = path.Length - 1;
        next.Weight = last == 0 ? 1 : 0;
        path[last] = next;
        for (var i = last - 1; i >= 0; i--)
        {
            path[i + 1].Weight += next.One * path[i].Weight * (i + 1) / (last + 1);
            path[i].Weight = next.Zero * path[i].Weight * (last - i) / (last + 1);
        }
    }

    private static void Unwind(Span<PathElement> path, int place)
    {
        var last = path.Length - 1;
        var (zero, one) = (path[place].Zero, path[place].One);
        var next = path[last].Weight;
        for (var i = last - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = path[i].Weight;
                path[i].Weight = next * (last + 1) / ((i + 1) * one);
                next = weight - (path[i].Weight * zero * (last - i) / (last + 1));
            }
            else
            {
                path[i].Weight = path[i].Weight * (last + 1) / (zero * (last - i));
            }
        }

        for (var i = place; i < last; i++)
            (path[i].Player, path[i].Zero, path[i].One) = (path[i + 1].Player, path[i + 1].Zero, path[i + 1].One);
    }

    // The sum of the weights that Unwind would leave.
    private static double WeightWithout(ReadOnlySpan<PathElement> path, int place)
    {
        var last = path.Length - 1;
        var (zero, one) = (path[place].Zero, path[place].One);
        var (next, total) = (path[last].Weight, 0.0);
        for (var i = last - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = next * (last + 1) / ((i + 1) * one);
                total += weight;
                next = path[i].Weight - (weight * zero * (last - i) / (last + 1));
            }
            else
            {
                total += path[i].Weight * (last + 1) / (zero * (last - i));
            }
        }

        return total;
    }
}
