using static System.FormattableString;

namespace MlOps.Build.Inference;

/// <summary>How the golden rows of a model package came out on this machine.</summary>
public sealed record SelfTestResult
{
    /// <summary>The number of rows replayed.</summary>
    public required int Rows { get; init; }

    /// <summary>Largest absolute difference from a packed probability, or relative difference from a packed number.</summary>
    public required double LargestDifference { get; init; }

    /// <summary>What is allowed: 1e-5 absolute for probabilities, 1e-4 relative for numbers.</summary>
    public required double Tolerance { get; init; }

    /// <summary>The first row that differs by more, in words; null when none does.</summary>
    public string? Failure { get; init; }

    /// <summary>Each row that differs by more, with its inputs.</summary>
    public IReadOnlyList<SelfTestDifference> Differences { get; init; } = [];

    /// <summary>True when every row agrees.</summary>
    public bool Passed => Failure is null;

    /// <summary>All of it in words, one line a row that differs: for a failing test.</summary>
    public override string ToString() => Passed
        ? Invariant($"{Rows} golden rows agree within {Tolerance:0.###e+0}")
        : Invariant($"{Differences.Count} of {Rows} golden rows differ by more than the {Tolerance:0.###e+0} that is allowed:\n{string.Join("\n", Differences)}");

    /// <summary>Stops an application whose machine predicts something else than the build did.</summary>
    /// <exception cref="InferenceException">A row differs; the message names each, with its inputs.</exception>
    public void ThrowIfFailed()
    {
        if (!Passed)
            throw new InferenceException($"This machine does not predict what the build predicted: {this}");
    }
}
