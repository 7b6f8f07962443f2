using System.Diagnostics.CodeAnalysis;
using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet;

/// <summary>The faults, thrown out of line so that the loops which check for them stay small.</summary>
internal static class Faults
{
    [DoesNotReturn]
    public static void Page(string message) => throw new ParquetFault(ParquetCodes.Page, message);

    [DoesNotReturn]
    public static void Footer(string message) => throw new ParquetFault(ParquetCodes.Footer, message);

    [DoesNotReturn]
    public static void Limit(string message) => throw new ParquetFault(ParquetCodes.Limit, message);

    [DoesNotReturn]
    public static void Unsupported(string message) => throw new ParquetFault(ParquetCodes.Unsupported, message);

    [DoesNotReturn]
    public static void Short(string part, long needed, long left) =>
        throw new ParquetFault(ParquetCodes.Page, $"{part} need {needed} bytes where {left} are left");

    [DoesNotReturn]
    public static void Value(string message, string value) => throw new ParquetFault(ParquetCodes.Value, message, value);
}
