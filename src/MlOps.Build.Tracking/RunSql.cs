using Microsoft.Data.Sqlite;
using MlOps.Build.Contracts;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tracking;

/// <summary>What queries of runs share.</summary>
internal static class RunSql
{
    /// <summary>A run without an end whose process is gone was killed.</summary>
    public const string Status = "coalesce(e.status, mlops_status(r.host, r.process, r.mark))";

    public const string Joined = "runs r left join ends e on e.run = r.seq";

    public const string Heads = $"select r.id, r.experiment, r.name, r.parent, r.started, e.ended, {Status} from {Joined}";

    /// <summary>Gives a connection the functions that queries of runs call.</summary>
    public static void AddFunctions(SqliteConnection connection)
    {
        var known = new Dictionary<(string, long, string), string>();
        connection.CreateFunction("mlops_status", (string host, long process, string mark) =>
        {
            var key = (host, process, mark);
            if (!known.TryGetValue(key, out var status))
                known[key] = status = (ProcessMark.MayLive(host, (int)process, mark) ? RunStatus.Running : RunStatus.Killed).ToString();
            return status;
        });
        connection.CreateFunction("mlops_like", (string? value, string pattern, bool ignoreCase) =>
            value is not null && LikePattern.Matches(value, pattern, ignoreCase), isDeterministic: true);
    }
}
