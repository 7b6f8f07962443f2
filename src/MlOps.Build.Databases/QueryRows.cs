namespace MlOps.Build.Databases;

/// <summary>The rows of a query as they come.</summary>
internal abstract class QueryRows : IDisposable
{
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="Engine.Data.Versions.Remotes.RemoteException">The database fails.</exception>
    public abstract bool Next();

    /// <summary>Writes a value of the row.</summary>
    /// <exception cref="Engine.Data.Versions.Remotes.RemoteException">The value cannot be kept.</exception>
    public abstract void Write(int column, RowWriter writer);

    /// <summary>Ends a call that another thread waits in.</summary>
    public abstract void Cancel();

    public abstract void Dispose();
}
