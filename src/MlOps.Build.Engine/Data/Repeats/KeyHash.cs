using System.Runtime.CompilerServices;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>Numbers of 64 bits spread over 64 bits.</summary>
internal static class KeyHash
{
    /// <summary>One to one: different numbers stay different (the finalizer of Stafford's "Mix13").</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Spread(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Adds a key to those of other columns; not one to one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Combine(ulong hash, ulong key) => TextHash.Fold(hash ^ Spread(key), TextHash.Factor) ^ (hash << 1);
}
