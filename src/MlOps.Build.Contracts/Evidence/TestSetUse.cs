namespace MlOps.Build.Contracts;

/// <summary>
/// How often the same test rows have judged a model. Choosing again and again by the same rows fits them as training would (Dwork et al.,
/// 2015), slowly when the models are alike (Roelofs et al., 2019).
/// </summary>
public sealed record TestSetUse
{
    /// <summary>SHA-256 over the sorted hashes of the test rows, lower-case hexadecimal; sensitive columns take no part.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Different models that these rows have judged: those packed in the feed, any version, and this one; null when there is no feed.</summary>
    public int? Uses { get; init; }

    /// <summary>From how many on the test set counts as worn out, less one.</summary>
    public required int Limit { get; init; }

    /// <summary>True when more models were judged than the limit allows.</summary>
    public bool IsWornOut => Uses > Limit;
}
