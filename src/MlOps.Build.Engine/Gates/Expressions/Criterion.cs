namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>What an item demands: a comparison, or several joined by <c>and</c> and <c>or</c>.</summary>
/// <param name="Start">Offset of its first character in the checklist file.</param>
/// <param name="Source">Its text as written.</param>
internal abstract record Criterion(int Start, string Source);
