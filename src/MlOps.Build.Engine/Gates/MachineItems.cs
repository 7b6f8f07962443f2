using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Gates;

/// <summary>
/// Items that look at what differs between machines, such as times. The record that goes into the package, and so into the evidence digest,
/// keeps their verdicts alone; otherwise two builds of one commit would never be the same.
/// </summary>
internal static class MachineItems
{
    /// <summary>True when the checklist has such items.</summary>
    public static bool Any(Checklist checklist) => checklist.Items.Any(IsOne);

    /// <summary>The judged checklist without their numbers.</summary>
    public static GateSummary Withhold(Checklist checklist, GateSummary gate) =>
        gate with { Items = [.. gate.Items.Select((item, i) => IsOne(checklist.Items[i]) && item.Applies ? Withhold(item) : item)] };

    private static bool IsOne(ChecklistItem item) => item.Expression is { } expression && CheckNames.IsOfMachine(expression);

    private static GateItem Withhold(GateItem item) => item with
    {
        Observed = null,
        Low = null,
        High = null,
        Subject = null,
        Needed = null,
        Comparisons = [],
        Explanation = item.Verdict switch
        {
            Verdict.Pass => "holds on the machine that built the model; its build log has the value",
            Verdict.Fail => "does not hold on the machine that built the model; its build log has the value",
            _ => "could not be decided on the machine that built the model; its build log has the reason",
        },
    };
}
