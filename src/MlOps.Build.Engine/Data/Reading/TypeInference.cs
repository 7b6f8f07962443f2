using System.Collections.Concurrent;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Finds the narrowest type that all values of each column have.</summary>
internal sealed class TypeInference(CsvBatches source, MissingMarkers markers)
{
    /// <summary>Reads until the types hold for all rows; false, with errors, when the files are no table.</summary>
    public bool Run(Func<IBatchSink> sink, Action forget, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var sniffers = FirstGuess();
        while (true)
        {
            forget();
            var types = Types(sniffers);
            var watches = new ConcurrentBag<TypeWatch>();
            var pass = source.Try(types, sink, Watch, cancellation);
            var found = watches.IsEmpty ? sniffers : TypeWatch.Merge([.. watches]);
            if (pass.Fatal || pass.Failure is not null || Same(types, Types(found)))
                return source.Finish(pass, diagnostics) is not null;
            sniffers = found;

            TypeWatch Watch()
            {
                var watch = new TypeWatch(sniffers, markers);
                watches.Add(watch);
                return watch;
            }
        }
    }

    private TypeSniffer[] FirstGuess()
    {
        var watch = new TypeWatch([.. source.ColumnNames.Select(_ => new TypeSniffer())], markers);
        source.LookAtFirst(watch);
        return watch.Sniffers;
    }

    private static ColumnType[] Types(TypeSniffer[] sniffers) => Array.ConvertAll(sniffers, sniffer => sniffer.Type);

    private static bool Same(ColumnType[] left, ColumnType[] right) => left.AsSpan().SequenceEqual(right);
}
