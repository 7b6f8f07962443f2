namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary>Secrets in addresses: a lock, a report and a package are read by many.</summary>
internal static class SourceSecret
{
    private static readonly string[] Names =
        ["sig", "x-amz-signature", "x-amz-security-token", "x-goog-signature", "signature", "token", "access_token", "api_key", "apikey", "key",
            "password", "awsaccesskeyid"];

    /// <summary>The name of the part that is a secret; null when there is none.</summary>
    public static string? In(string source)
    {
        if (!source.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(source, UriKind.Absolute, out var address))
            return null;
        if (address.UserInfo.Length > 0)
            return "the user information before '@'";
        return address.Query.TrimStart('?').Split('&').Select(part => part.Split('=')[0])
            .FirstOrDefault(name => Names.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The address as people may read it.</summary>
    public static string Shown(string source) =>
        source.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(source, UriKind.Absolute, out var address)
            ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : SafePath.Shown(source);
}
