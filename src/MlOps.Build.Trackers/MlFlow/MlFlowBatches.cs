using System.Globalization;
using System.Text.Json.Nodes;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>Divides what a run holds into requests that a server takes.</summary>
internal static class MlFlowBatches
{
    /// <summary>Bodies of <c>runs/log-batch</c>, in the order to send them. One with readings also sets the tag that tells how many have come.</summary>
    /// <param name="runId">The server's id of the run.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="tags">All tags.</param>
    /// <param name="metrics">The readings that have not come yet.</param>
    /// <param name="sentBefore">How many have.</param>
    public static IEnumerable<JsonObject> Of(
        string runId, IReadOnlyList<JsonObject> parameters, IReadOnlyList<JsonObject> tags, IReadOnlyList<JsonObject> metrics, int sentBefore)
    {
        var (parameter, tag, metric) = (0, 0, 0);
        while (parameter < parameters.Count || tag < tags.Count || metric < metrics.Count)
        {
            // Room for the tag that tells how far it is.
            var room = new Room { Entities = MlFlowLimits.Entities - 1, Bytes = MlFlowLimits.Bytes };
            var parameterPart = room.Take(parameters, ref parameter, MlFlowLimits.Parameters);
            var tagPart = room.Take(tags, ref tag, MlFlowLimits.Tags - 1);
            var metricPart = room.Take(metrics, ref metric, MlFlowLimits.Metrics);
            if (metricPart.Count > 0)
                tagPart.Add((JsonNode)MlFlowJson.Pair(MlFlowTags.SentMetrics, (sentBefore + metric).ToString(CultureInfo.InvariantCulture)));
            yield return new JsonObject { ["run_id"] = runId, ["metrics"] = metricPart, ["params"] = parameterPart, ["tags"] = tagPart };
        }
    }

    private sealed class Room
    {
        public required int Entities { get; set; }

        public required int Bytes { get; set; }

        public JsonArray Take(IReadOnlyList<JsonObject> all, ref int next, int most)
        {
            var part = new JsonArray();
            for (; next < all.Count && part.Count < most && Entities > 0; next++, Entities--)
            {
                // All but ASCII is escaped: a character is a byte.
                var bytes = all[next].ToJsonString().Length + 1;
                if (bytes > Bytes)
                    break;
                Bytes -= bytes;
                part.Add(all[next].DeepClone());
            }

            return part;
        }
    }
}
