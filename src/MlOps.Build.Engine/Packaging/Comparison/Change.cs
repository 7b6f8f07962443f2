namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>One difference between two packages.</summary>
/// <param name="Area">Where: <c>signature</c>, <c>features</c>, <c>data</c>, <c>parameters</c>, <c>checklist</c>, <c>licence</c>, <c>size</c>.</param>
/// <param name="Level">What it means to an application; other areas than the signature are compatible.</param>
/// <param name="Text">What, with both values, in words.</param>
internal sealed record Change(string Area, ChangeLevel Level, string Text)
{
    /// <summary>Of the signature: what it does to an application; <see cref="ChangeEffect.None"/> elsewhere.</summary>
    public ChangeEffect Effect { get; init; }
}
