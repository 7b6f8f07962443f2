using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Reads the headers of files and holds them against each other and the contract.</summary>
internal static class CsvHeaders
{
    /// <summary>Null, with errors, when a file is no text or the headers are not sound and equal.</summary>
    public static IReadOnlyList<CsvFile>? Read(
        IReadOnlyList<DataBytes> files, DataSchema? schema, CsvFormat format, CsvReading reading, DiagnosticBag diagnostics)
    {
        var text = true;
        foreach (var file in files)
            text &= CsvFile.IsText(file, diagnostics);
        if (!text)
            return null;
        var found = new DiagnosticBag();
        var names = schema?.Columns.Select(column => column.Name).ToList();
        var headed = files
            .Select(file => CsvFile.Open(file, CsvDialect.Of(file.Inner, format), names, reading.RowLimit, found))
            .OfType<CsvFile>()
            .ToList();
        var sound = headed.Count == files.Count && HeaderCheck.Same([.. headed.Select(file => file.Header)], found);

        // A file in another encoding has a strange header; the encoding is what to say then.
        if (!sound && !AreText(files, diagnostics))
            return null;
        if (sound && schema is not null)
            HeaderCheck.Against(headed[0].Header, schema, found);
        diagnostics.AddRange(found);
        return sound ? headed : null;
    }

    private static bool AreText(IReadOnlyList<DataBytes> files, DiagnosticBag diagnostics)
    {
        var damaged = false;
        foreach (var file in files)
            damaged |= new EncodingCheck(file, diagnostics).Report();
        return !damaged;
    }
}
