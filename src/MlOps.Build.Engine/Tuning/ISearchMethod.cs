using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Proposes what to try. The same results give the same proposals, whatever thread had them first.</summary>
internal interface ISearchMethod
{
    /// <summary>The next trials, without results, numbered on from those that are done; empty when there is nothing more to try.</summary>
    /// <param name="done">All results so far, by number.</param>
    IReadOnlyList<TuningTrial> Next(IReadOnlyList<TuningTrial> done);
}
