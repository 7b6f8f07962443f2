namespace MlOps.Build.Engine.Registry.Approvals;

/// <summary>Somebody's word for one evidence: that it may go to a stage, or that an item of the checklist is signed off.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Stage">The stage that it is for; null for a sign-off that holds for any.</param>
/// <param name="Item">The item's text; null for the promotion as a whole.</param>
/// <param name="Time">When.</param>
internal sealed record Approval(string Actor, string? Stage, string? Item, DateTimeOffset Time);
