namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>What the values of several columns in a row have to keep. Immutable, and shared by all threads.</summary>
internal abstract class RowTest
{
    /// <summary>The same for one thread, with what it remembers.</summary>
    public abstract RowProbe Start();
}
