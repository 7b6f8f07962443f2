namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary><c>quarantine: broken: true</c>: after all other steps, rows that break a rule of the contract are set aside.</summary>
internal static class BrokenStep
{
    public const string Words = "rows that break a rule: quarantined";

    public static long Apply(CleaningState state, Schemas.DataSchema schema) => state.Remove(BrokenRows.Find(state.Table, schema));
}
