using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>What each stage says in one line.</summary>
internal static class StageHeadlines
{
    public static string Data(DataSummary summary)
    {
        var files = summary.Files.Count == 1 ? Path.GetFileName(summary.Files[0].Path) : $"{summary.Files.Count} files";
        var size = Invariant($"{files}: {summary.Rows:#,0} rows, {summary.Columns.Count} columns");
        if (summary.Inferred)
            return $"{size}; contract inferred, 'dotnet build -t:MlOpsInit' writes it";
        var broken = summary.Violations.Count;
        return broken == 0 ? $"{size}; {Count(summary.Rules, "rule holds", "rules hold")}" : $"{size}; {broken} of {summary.Rules} rules broken";
    }

    public static string Split(SplitSummary summary) =>
        $"{summary.Method}: {string.Join(", ", summary.Parts.Select(part => Invariant($"{Word(part.Part)} {part.Rows:#,0}")))}";

    public static string Gate(GateSummary summary) =>
        $"{summary.Count(Verdict.Pass)} passed, {summary.Count(Verdict.Fail)} failed, {summary.Count(Verdict.Undecided)} undecided";

    private static string Word(SplitPart part) => part.ToString().ToLowerInvariant();

    public static string Package(ModelSignature signature, GoldenSet golden, long modelBytes) => Invariant(
        $"{Count(signature.Inputs.Count, "input", "inputs")}, {Count(golden.Rows.Count, "golden row", "golden rows")}, model {modelBytes / 1024.0:#,0} KB");

    private static string Count(int number, string one, string many) => Invariant($"{number:#,0} {(number == 1 ? one : many)}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
