using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Tells what a pass found out about the files themselves.</summary>
internal sealed class CsvFindings(
    CsvPass pass, Func<(long[] Rows, int[] Lines)> offsets, Func<IReadOnlyList<RowPlace>, IReadOnlyList<RowLocation>> locate)
{
    /// <summary>False, with errors, when the files are no table.</summary>
    public bool Report(DiagnosticBag diagnostics)
    {
        if (pass.Failure is { } failure)
            return ReportFailure(failure, diagnostics);
        if (pass.Fatal && IsDamaged(diagnostics))
            return false;
        if (pass.Faults.Count > 0 && !ReportFaults(diagnostics))
            return false;
        return HasRows(diagnostics) && ReportAssumedUtc(diagnostics);
    }

    private bool ReportFailure(Exception failure, DiagnosticBag diagnostics)
    {
        if (failure is not (IOException or UnauthorizedAccessException))
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        DataBytes.ReportUnreadable(pass.Plan.Files[0].Name, failure, diagnostics);
        return false;
    }

    private bool IsDamaged(DiagnosticBag diagnostics)
    {
        var damaged = false;
        for (var i = 0; i < pass.Plan.Files.Count; i++)
            damaged |= pass.IsDamaged(i) && new EncodingCheck(pass.Plan.Files[i].Bytes, diagnostics).Report();
        return damaged;
    }

    private bool ReportFaults(DiagnosticBag diagnostics)
    {
        var lines = offsets().Lines;
        var sound = true;
        for (var i = 0; i < pass.Plan.Files.Count; i++)
        {
            var width = new RowWidth(pass.Columns.Count, pass.Plan.Files[i].Dialect, pass.Reading.RowLimit);
            var found = new StructureFaults(pass.Plan.Files[i].Name, diagnostics);
            foreach (var faults in pass.Faults.Where(faults => pass.Plan.FileOf(faults.Block) == i))
                faults.Report(found, lines[faults.Block], width);
            found.Close();
            sound &= !found.Fatal;
        }

        return sound;
    }

    private bool HasRows(DiagnosticBag diagnostics)
    {
        var rows = pass.Plan.RowsByFile();
        var any = false;
        foreach (var count in rows)
            any |= count > 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] == 0)
                ReportNoRows(pass.Plan.Files[i].Name, any, diagnostics);
        }

        return any;
    }

    private static void ReportNoRows(string file, bool othersHaveRows, DiagnosticBag diagnostics)
    {
        if (othersHaveRows)
            diagnostics.Warning(DataCodes.NoRows, "the file has a header and no rows. Remove it, or add rows.", new SourcePosition(file));
        else
            diagnostics.Error(DataCodes.NoRows, "the file has a header and no rows. Add rows.", new SourcePosition(file));
    }

    private bool ReportAssumedUtc(DiagnosticBag diagnostics)
    {
        for (var i = 0; i < pass.Columns.Count; i++)
        {
            if (pass.AssumedUtc(i) is not { } place)
                continue;
            var row = locate([place])[0];
            diagnostics.Info(
                DataCodes.OffsetAssumed,
                $"'{pass.Columns[i].Name}' has times without an offset; they are taken as UTC. "
                    + "Add an offset such as +01:00 if they are local times.",
                new SourcePosition(row.File, row.Line, i + 1));
        }

        return true;
    }
}
