namespace MlOps.Build.Engine.Data.Versions;

/// <summary>Hashes bytes as they come.</summary>
internal interface IContentHasher : IDisposable
{
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Lower-case hexadecimal digits; the hasher is as new afterwards.</summary>
    string Finish();
}
