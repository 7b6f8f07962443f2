using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>The layout faults of one block: all counted, the first few of each code kept.</summary>
internal sealed class LayoutFaults(int block)
{
    private readonly List<LayoutFault> _first = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Block { get; } = block;

    public bool Any => _first.Count > 0;

    /// <summary>True when one of them is an error.</summary>
    public bool Fatal { get; private set; }

    public void Add(CsvFault fault, int line, int field)
    {
        var code = fault switch
        {
            CsvFault.UnclosedQuote => DataCodes.UnclosedQuote,
            CsvFault.TextAfterQuote => DataCodes.TextAfterQuote,
            _ => DataCodes.StrayQuote,
        };
        Add(new LayoutFault(code, fault, line, field, 0));
    }

    public void Add(LayoutFault fault)
    {
        Fatal |= fault.Fault != CsvFault.StrayQuote;
        var count = _counts[fault.Code] = _counts.GetValueOrDefault(fault.Code) + 1;
        if (count <= StructureFaults.Listed)
            _first.Add(fault);
    }

    /// <summary>Reports them, given the line at which the block begins.</summary>
    public void Report(StructureFaults faults, int line, RowWidth width)
    {
        foreach (var fault in _first)
            Report(fault, line + fault.Line, width, faults);
        foreach (var (code, count) in _counts.Where(entry => entry.Value > StructureFaults.Listed))
            faults.Count(code, code == DataCodes.StrayQuote ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, count - StructureFaults.Listed);
    }

    private static void Report(LayoutFault fault, int line, RowWidth width, StructureFaults faults)
    {
        if (fault.Fault != CsvFault.None)
            faults.Add(fault.Fault, line, fault.Field);
        else if (fault.Code == DataCodes.FieldCount)
            faults.Add(fault.Code, width.Message(fault.Fields), line, fault.Field);
        else
            faults.Add(fault.Code, width.TooLong(), line, fault.Field);
    }
}
