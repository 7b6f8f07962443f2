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

    /// <summary>As <see cref="Read(Func{IBatchSink}, DiagnosticBag, CancellationToken)"/>, for sinks that look at some columns only.</summary>
    /// <param name="columns">0-based columns; the others of a batch may hold anything.</param>
    /// <param name="sink">Makes the sink of a thread.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="cancellation">Ends the reading.</param>
    long? Read(IReadOnlyCollection<int> columns, Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        Read(sink, diagnostics, cancellation);

    /// <summary>Where rows stand, after reading; in the order of the places given.</summary>
    IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places);
}
