namespace MlOps.Build.Trackers.WeightsAndBiases;

/// <summary>A line of history.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Values">Values by name, as JSON each; among them the step and the time.</param>
internal sealed record WandbStep(long Step, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    public string Line => WandbJson.Object(Values);
}
