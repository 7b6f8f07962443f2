namespace MlOps.Build.Contracts;

/// <summary>A link of a checklist item.</summary>
/// <param name="Text">Its words, which are part of the item's text.</param>
/// <param name="Target">Where it leads: <c>http</c>, <c>https</c>, or relative to the checklist.</param>
public sealed record GateLink(string Text, string Target);
