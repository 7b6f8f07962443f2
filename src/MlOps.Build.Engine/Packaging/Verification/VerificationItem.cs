namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>One thing that was verified.</summary>
/// <param name="Name">What was looked at, such as <c>parts</c>.</param>
/// <param name="Holds">True when nothing was found.</param>
/// <param name="Detail">What it was held against, in words.</param>
internal sealed record VerificationItem(string Name, bool Holds, string Detail);
