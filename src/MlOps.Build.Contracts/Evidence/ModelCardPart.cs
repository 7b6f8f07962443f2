namespace MlOps.Build.Contracts;

/// <summary>A part of the model card that people write.</summary>
/// <param name="Id">The section it belongs to, such as <c>intended-use</c>.</param>
/// <param name="Text">What stands between its marks, every character as it was written; empty, or ending in a line break.</param>
public sealed record ModelCardPart(string Id, string Text);
