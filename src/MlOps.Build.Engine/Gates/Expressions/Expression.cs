namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A node of a gate's expression.</summary>
/// <param name="Start">Offset of its first character in the checklist file.</param>
/// <param name="Source">Its text as written.</param>
internal abstract record Expression(int Start, string Source);
