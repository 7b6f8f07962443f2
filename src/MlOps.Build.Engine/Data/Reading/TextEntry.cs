namespace MlOps.Build.Engine.Data.Reading;

/// <summary>A text of a dictionary.</summary>
/// <param name="Head">Its first bytes.</param>
/// <param name="Tail">Its last bytes.</param>
/// <param name="Hash">Spreads it.</param>
/// <param name="Start">Where its content is kept.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct TextEntry(ulong Head, ulong Tail, uint Hash, int Start, int Length);
