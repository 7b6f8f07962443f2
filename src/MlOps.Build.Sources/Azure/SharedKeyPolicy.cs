using System.Security.Cryptography;
using System.Text;
using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MlOps.Build.Sources.Azure;

/// <summary>
/// Signs requests with an account's key, see "Authorize with Shared Key" of the Azure Storage REST reference: the fields that the string to
/// sign has, in its order.
/// </summary>
internal sealed class SharedKeyPolicy(string account, string key) : HttpPipelineSynchronousPolicy
{
    private static readonly string[] Fields =
        ["Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date", "If-Modified-Since", "If-Match",
            "If-None-Match", "If-Unmodified-Since", "Range"];

    public override void OnSendingRequest(HttpMessage message)
    {
        var text = new StringBuilder(message.Request.Method.Method).Append('\n');
        foreach (var field in Fields)
            text.Append(Value(message.Request, field)).Append('\n');
        foreach (var header in message.Request.Headers.Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .OrderBy(header => header.Name, StringComparer.Ordinal))
        {
            text.Append(header.Name.ToLowerInvariant()).Append(':').Append(header.Value.Trim()).Append('\n');
        }

        text.Append(Resource(message.Request.Uri.ToUri()));
        var signature = HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text.ToString()));
        message.Request.Headers.SetValue("Authorization", $"SharedKey {account}:{Convert.ToBase64String(signature)}");
    }

    // An empty body has no length here.
    private static string Value(Request request, string field)
    {
        if (field == "Content-Length")
        {
            return request.Content is not null && request.Content.TryComputeLength(out var length) && length > 0
                ? length.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
        }

        return request.Headers.TryGetValue(field, out var value) ? value ?? "" : "";
    }

    private string Resource(Uri uri)
    {
        var text = new StringBuilder("/").Append(account).Append(uri.AbsolutePath);
        var query = HttpUtility.ParseQueryString(uri.Query);
        foreach (var name in query.AllKeys.OfType<string>().Order(StringComparer.Ordinal))
            text.Append('\n').Append(name.ToLowerInvariant()).Append(':').Append(query[name]);
        return text.ToString();
    }
}
