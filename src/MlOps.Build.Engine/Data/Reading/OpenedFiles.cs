using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Formats;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The data files of a table, open.</summary>
internal sealed class OpenedFiles : IDisposable
{
    private OpenedFiles(IReadOnlyList<DataBytes> files, bool all) => (Files, All) = (files, all);

    public IReadOnlyList<DataBytes> Files { get; }

    /// <summary>False, with errors, when there is no file or one could not be opened.</summary>
    public bool All { get; }

    public static OpenedFiles Open(IReadOnlyList<DataSource> files, DiagnosticBag diagnostics)
    {
        if (files.Count == 0)
            diagnostics.Error(DataCodes.NoDataFile, "there is no data file. Name one: <MlOpsData Include=\"data/*.csv\" />.");
        var opened = files.Select(file => DataBytes.Open(file, diagnostics)).OfType<DataBytes>().ToList();
        var all = opened.Count == files.Count && files.Count > 0;
        return all && opened.Exists(file => JsonLines.Is(file.Inner))
            ? Converted(opened, diagnostics)
            : new OpenedFiles(opened, all);
    }

    private static OpenedFiles Converted(List<DataBytes> opened, DiagnosticBag diagnostics)
    {
        try
        {
            return new OpenedFiles(JsonLines.Convert(opened), all: true);
        }
        catch (Exception exception)
        {
            if (TemporaryBytes.Full(exception, opened[0].Name) is { } full)
                throw full;
            if (!DataBytes.IsOfTheFile(exception))
                throw;
            DataBytes.Report(exception, opened[0].Name, diagnostics);
            return new OpenedFiles(opened, all: false);
        }
    }

    public void Dispose()
    {
        foreach (var file in Files)
            file.Dispose();
    }
}
