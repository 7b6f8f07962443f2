namespace MlOps.Build.Engine.Training.Commands;

/// <summary>The form in which a program gets its rows.</summary>
internal enum ExchangeFormat
{
    /// <summary>Text with a header; numbers are the shortest that read back as the same float32.</summary>
    Csv,

    /// <summary>NumPy's array file, version 1.0: one float32 array <c>[rows, columns]</c> without names.</summary>
    Npy,
}
