using BenchmarkDotNet.Attributes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Benchmarks;

/// <summary>Reading and checking the diamonds sample: 53,940 rows, 10 columns, 2.8 MB.</summary>
[InProcess, MemoryDiagnoser]
public class DataBenchmarks
{
    private SampleData _diamonds = null!;
    private DataFile[] _files = [];

    [GlobalSetup]
    public void ReadSample()
    {
        _diamonds = SampleData.Read("Diamonds", "diamonds.csv");
        _files = [DataFiles.Describe(_diamonds.Source)];
    }

    [Benchmark]
    public int Read() => TableReader.Read([_diamonds.Source], _diamonds.Schema, new DiagnosticBag(), default)!.RowCount;

    [Benchmark]
    public long Validate() =>
        DataValidator.Validate(_diamonds.Table, _diamonds.Schema, _files, new DiagnosticBag(), default).Rows;
}
