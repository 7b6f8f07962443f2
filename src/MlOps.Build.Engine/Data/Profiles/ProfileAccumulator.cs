using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>
/// Profiles rows in batches, in memory that does not grow with their number. All but the counts of top values beyond 4,096 different ones is the
/// same however the rows are divided into batches and threads.
/// </summary>
internal sealed class ProfileAccumulator : IBatchSink
{
    private readonly ColumnAccumulator[] _columns;

    public ProfileAccumulator(IReadOnlyList<BatchColumn> columns, IReadOnlySet<string> sensitive) =>
        _columns = [.. columns.Select(column => ColumnAccumulator.Of(column, sensitive.Contains(column.Name)))];

    public long Rows { get; private set; }

    public void Add(RowBatch batch)
    {
        Rows += batch.Rows;
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Add(batch.Columns[i]);
    }

    /// <summary>Takes over what another one of the same columns has seen; that one must not be used any more.</summary>
    public void Merge(ProfileAccumulator other)
    {
        Rows += other.Rows;
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Merge(other._columns[i]);
    }

    public DataProfile Describe() => new() { Rows = Rows, Columns = [.. _columns.Select(column => column.Describe())] };

    /// <summary>Reads all rows of a source once; null, with errors, when it cannot be read.</summary>
    public static DataProfile? Profile(IBatchSource source, IReadOnlySet<string> sensitive, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var (sinks, gate) = (new List<ProfileAccumulator>(), new Lock());
        if (source.Read(Sink, diagnostics, cancellation) is null)
            return null;
        var whole = new ProfileAccumulator(source.Columns, sensitive);
        foreach (var sink in sinks)
            whole.Merge(sink);
        return whole.Describe();

        ProfileAccumulator Sink()
        {
            var sink = new ProfileAccumulator(source.Columns, sensitive);
            lock (gate)
                sinks.Add(sink);
            return sink;
        }
    }

    /// <summary>
    /// One that has seen what a profile describes; null, with an error, when the profile cannot be what <see cref="Describe"/> made.
    /// </summary>
    public static ProfileAccumulator? Restore(DataProfile profile, string file, DiagnosticBag diagnostics)
    {
        IReadOnlySet<string> sensitive = profile.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var restored = new ProfileAccumulator([.. profile.Columns.Select(column => new BatchColumn(column.Name, column.Type))], sensitive) { Rows = profile.Rows };
        for (var i = 0; i < profile.Columns.Count; i++)
        {
            if (restored._columns[i].Restore(profile.Columns[i], profile.Rows))
                continue;
            diagnostics.Error(
                DriftCodes.ProfileUnreadable,
                $"column '{profile.Columns[i].Name}' of the profile is damaged. Make the profile again from the data.",
                new SourcePosition(file));
            return null;
        }

        return restored;
    }
}
