using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>Says for the evidence how intervals were made.</summary>
internal static class ResamplingFacts
{
    public static ResamplingSummary Of(BootstrapPlan plan) => new()
    {
        By = ResamplingConfigReader.Name(plan.Sampling.Method),
        Column = plan.Sampling.Column,
        Groups = plan.Sampling.Method == Resampling.Groups ? plan.Sampling.Groups.Distinct().Count() : null,
        Block = plan.Sampling.Block,
        Interval = ResamplingConfigReader.Intervals.First(name => name.Value == plan.Interval).Key,
    };
}
