using System.Net;
using System.Text.Json;
using MlOps.Build.Sources.Http;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Trackers.Http;

/// <summary>What a status that is no success means: worth another try, or final.</summary>
internal static class TrackerAnswer
{
    private const int LongestDetail = 300;

    /// <param name="address">Where it came from, without anything secret.</param>
    /// <param name="response">The answer.</param>
    /// <param name="body">Its body, as far as it was read.</param>
    public static Exception Failure(string address, HttpResponseMessage response, string body)
    {
        var (code, message) = Detail(body);
        var said = $"{(int)response.StatusCode}{(message.Length > 0 ? $" ({message})" : "")}";
        return response.StatusCode switch
        {
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new TransientException($"answered {said}", HttpAnswer.RetryAfter(response)),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired =>
                new TrackerException(TrackerFailure.Forbidden,
                    $"'{address}' answered {said}: no access. Set its credentials in the environment, see docs/guides/trackers.md.", code),
            < HttpStatusCode.BadRequest => new TrackerException(TrackerFailure.Unavailable,
                $"'{address}' answered {said}, a redirection, and credentials go to the named address alone. Name the server that answers itself.", code),
            // A wrong address must not set runs aside: only a tracker that says why has refused.
            _ when code.Length + message.Length == 0 => new TrackerException(TrackerFailure.Unavailable,
                $"'{address}' answered {said}, and not as a tracker does. Look at the address."),
            _ => new TrackerException(TrackerFailure.Rejected, $"'{address}' answered {said}.", code),
        };
    }

    // MLflow's form is {"error_code", "message"}; that of Weights & Biases {"error"} or {"errors": [{"message"}]}.
    private static (string Code, string Message) Detail(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? ("", "") : (Text(root, "error_code"), Short(Text(root, "message") is { Length: > 0 } message ? message : Text(root, "error")));
        }
        catch (JsonException)
        {
            // A proxy's page says nothing that the status does not.
            return ("", "");
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Short(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= LongestDetail ? line : line[..LongestDetail] + "…";
    }
}
