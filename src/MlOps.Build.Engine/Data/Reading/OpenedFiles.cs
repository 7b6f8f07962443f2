using MlOps.Build.Contracts;

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
        return new OpenedFiles(opened, opened.Count == files.Count && files.Count > 0);
    }

    public void Dispose()
    {
        foreach (var file in Files)
            file.Dispose();
    }
}
