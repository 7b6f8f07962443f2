using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Batches;

/// <summary>A table that is read in batches and never held whole: files of some format, or a table in memory.</summary>
internal interface IBatchSource
{
    /// <summary>Names and types, in file order; names are unique.</summary>
    IReadOnlyList<BatchColumn> Columns { get; }

    /// <summary>
    /// Reads all rows once. Each thread asks for a sink of its own and gives it whole batches in ascending order of their blocks; which thread
    /// reads which block is not determined, so sinks must come to the same result for any division.
    /// </summary>
    /// <returns>The number of rows; null, with errors, when the files cannot be read as a table.</returns>
    long? Read(Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation);

    /// <summary>Where rows stand, after <see cref="Read"/>; in the order of the places given.</summary>
    IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places);
}
