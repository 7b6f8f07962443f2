namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>What a value of a column has to keep. Immutable, and shared by all threads.</summary>
internal abstract class ValueTest
{
    /// <summary>Why values were left without a verdict; null when none was.</summary>
    public virtual string? Fault => null;

    /// <summary>The same for one thread, with what it remembers.</summary>
    public abstract ValueProbe Start();
}
