using System.CommandLine;
using MlOps.Build.Contracts;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tool.Runs;

/// <summary>A filter and an order as options.</summary>
internal sealed class SearchInput
{
    private readonly Option<string?> _filter = new("--filter") { Description = "Comparisons joined by 'and', in MLflow's search syntax.", HelpName = "text" };
    private readonly Option<string[]> _order = new("--order-by") { Description = "What to sort by, such as 'metrics.auc DESC'; the newest first by default.", HelpName = "field", AllowMultipleArgumentsPerToken = true };

    public static SearchInput AddTo(Command verb)
    {
        var input = new SearchInput();
        verb.Add(input._filter);
        verb.Add(input._order);
        return input;
    }

    /// <summary>Null, with an error at its place, when it means nothing.</summary>
    public RunSearch? Read(ParseResult parsed, int? limit, DiagnosticBag diagnostics)
    {
        var (file, text) = ("--filter", parsed.GetValue(_filter) ?? "");
        try
        {
            var clauses = SearchParser.Filter(text);
            var orders = new List<RunOrder>();
            foreach (var order in parsed.GetValue(_order) ?? [])
            {
                (file, text) = ("--order-by", order);
                orders.AddRange(SearchParser.Order(text));
            }

            return new RunSearch { Clauses = clauses, Order = orders, Limit = limit };
        }
        catch (SearchException exception)
        {
            diagnostics.Error(TrackingCodes.SearchInvalid, exception.Message, new SourcePosition(file, 1, exception.Place));
            return null;
        }
    }
}
