using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>How one file is written.</summary>
internal sealed record CsvDialect(byte Delimiter, bool HasHeader)
{
    /// <summary>The delimiter as messages show it.</summary>
    public string DelimiterName => Delimiter == '\t' ? "a tab" : $"'{(char)Delimiter}'";

    public static CsvDialect Of(string file, CsvFormat format) =>
        JsonLines.Is(file) ? new((byte)',', true) : new((byte)(format.Delimiter ?? (IsTabbed(file) ? '\t' : ',')), format.HasHeader);

    private static bool IsTabbed(string file) =>
        file.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".tab", StringComparison.OrdinalIgnoreCase);
}
