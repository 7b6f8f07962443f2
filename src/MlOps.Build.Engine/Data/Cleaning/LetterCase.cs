namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>What <c>normalize</c> makes of letters, in the invariant culture.</summary>
internal enum LetterCase
{
    Kept,
    Lower,
    Upper,
}
