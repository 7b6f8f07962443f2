using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>Takes the values of one column and describes them. Knows rows, missing and nothing more: what is kept of a sensitive column.</summary>
internal class ColumnAccumulator(BatchColumn column, bool sensitive)
{
    public string Name => column.Name;

    public ColumnType Type => column.Type;

    public bool Sensitive => sensitive;

    public long Missing { get; private set; }

    public void Add(ColumnBatch batch)
    {
        Missing += batch.MissingCount;
        Take(batch);
    }

    /// <summary>Takes over what another one, of the same column in other rows, has seen; that one must not be used any more.</summary>
    public void Merge(ColumnAccumulator other)
    {
        Missing += other.Missing;
        TakeOver(other);
    }

    public ProfiledColumn Describe() => Describe(new ProfiledColumn { Name = Name, Type = Type, Sensitive = sensitive, Missing = Missing });

    /// <summary>Takes up what a profile holds; false when it cannot be what <see cref="Describe()"/> made.</summary>
    public bool Restore(ProfiledColumn profile, long rows)
    {
        Missing = profile.Missing;
        return Missing >= 0 && Missing <= rows && Sensitive == profile.Sensitive && TryRestore(profile, rows);
    }

    public static ColumnAccumulator Of(BatchColumn column, bool sensitive) => (sensitive, column.Type) switch
    {
        (true, _) => new ColumnAccumulator(column, true),
        (_, ColumnType.String) => new TextAccumulator(column),
        (_, ColumnType.Boolean) => new BooleanAccumulator(column),
        _ => new NumberAccumulator(column),
    };

    protected virtual void Take(ColumnBatch batch)
    {
    }

    protected virtual void TakeOver(ColumnAccumulator other)
    {
    }

    protected virtual ProfiledColumn Describe(ProfiledColumn profile) => profile;

    protected virtual bool TryRestore(ProfiledColumn profile, long rows) => true;
}
