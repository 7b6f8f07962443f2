using MlOps.Build.Inference.Interpreter.Elementwise;

namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>Which matrices MatMul multiplies, and the shape of what comes out.</summary>
internal sealed class MatMulLayout
{
    public MatMulLayout(NodeCall call)
    {
        int[] left = call[0].Sizes.Length == 1 ? [1, .. call[0].Sizes] : call[0].Sizes;
        int[] right = call[1].Sizes.Length == 1 ? [.. call[1].Sizes, 1] : call[1].Sizes;
        if (left.Length < 2 || right.Length < 2 || left[^1] != right[^2])
            throw call.Node.Fail($"{Shapes.Text(call[0].Sizes)} times {Shapes.Text(call[1].Sizes)} is not defined");
        (M, K, N) = (left[^2], left[^1], right[^1]);
        Batches = new Broadcast(call.Node, left.AsSpan(0, left.Length - 2).ToArray(), right.AsSpan(0, right.Length - 2).ToArray());
        Shape = [.. Batches.Shape, M, N];
        Result = [.. Batches.Shape, .. call[0].Sizes.Length == 1 ? Array.Empty<int>() : [M], .. call[1].Sizes.Length == 1 ? Array.Empty<int>() : [N]];
    }

    /// <summary>Rows of the left matrices.</summary>
    public int M { get; }

    /// <summary>Columns of the left matrices, rows of the right ones.</summary>
    public int K { get; }

    /// <summary>Columns of the right matrices.</summary>
    public int N { get; }

    public Broadcast Batches { get; }

    /// <summary>The result's shape, with a vector seen as a matrix.</summary>
    public int[] Shape { get; }

    /// <summary>The result's shape.</summary>
    public int[] Result { get; }

    /// <summary>Where the left matrix of a product of the current run begins.</summary>
    public int Left(int product) => (Batches.Offset(0) + (product * Batches.Step(0))) * M * K;

    /// <summary>Where the right matrix of a product of the current run begins.</summary>
    public int Right(int product) => (Batches.Offset(1) + (product * Batches.Step(1))) * K * N;
}
