using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Relations;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;
using MlOps.Build.Engine.Reporting.DataReports;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Tool.Inspection;

/// <summary>Data files as the page that a build makes of its own; what a contract finds stands on the page.</summary>
internal static class DataPage
{
    public static string Of(
        Table table, DataSchema? schema, IReadOnlyList<DataSource> sources, DataProfile profile, ReportLanguage language, CancellationToken cancellation)
    {
        var contract = schema ?? SchemaInference.Infer(table);
        var sensitive = profile.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var summary = DataValidator.Validate(table, contract, [.. sources.Select(DataFiles.Describe)], [], cancellation);
        var model = new DataReportModel
        {
            Name = Path.GetFileName(sources[0].Name),
            Summary = summary with { Columns = ColumnProfiler.Profile(table, contract, cancellation) },
            Profile = profile,
            Relations = TableRelations.Of(table, sensitive, null, cancellation),
            Rules = ContractWords.Of(contract),
        };
        return DataReport.Render(model, ReportWords.In(language));
    }
}
