using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;
using NuGet.Configuration;

namespace MlOps.Build.Feeds.Sources;

/// <summary>The sources that NuGet knows in a folder: those of its <c>nuget.config</c>, of the folders above, of the user and of the machine.</summary>
internal sealed partial class NuGetSources
{
    /// <summary>The environment variables with the key of a push, ours first, then the one that <c>dotnet nuget push</c> reads.</summary>
    public static readonly IReadOnlyList<string> KeyVariables = ["MLOPS_FEED_KEY", "NUGET_API_KEY"];

    private readonly Func<string, string?> _variable;
    private readonly ISettings _settings;
    private readonly IReadOnlyList<PackageSource> _sources;

    public NuGetSources(string folder, Func<string, string?> variable)
    {
        _variable = variable;
        try
        {
            _settings = Settings.LoadDefaultSettings(folder);
            _sources = [.. PackageSourceProvider.LoadPackageSources(_settings).Where(source => source.IsEnabled)];
        }
        catch (NuGetConfigurationException exception)
        {
            throw new FeedException(
                FeedCodes.Unsupported, $"NuGet's configuration cannot be read: {exception.Message.ReplaceLineEndings(" ")} Mend the file.", exception);
        }
    }

    /// <summary>The names, for a message.</summary>
    public string Names => _sources.Count == 0 ? "which has none" : string.Join(", ", _sources.Select(source => source.Name));

    public FeedSource? ByName(string name) =>
        _sources.FirstOrDefault(source => string.Equals(source.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found ? Describe(found) : null;

    /// <summary>The source with that address, or one that nothing is known about.</summary>
    public FeedSource ByAddress(Uri address)
    {
        var found = _sources.FirstOrDefault(source => source.IsHttp && source.TrySourceAsUri is { } other
            && string.Equals(other.AbsoluteUri.TrimEnd('/'), address.AbsoluteUri.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
        return found is null
            ? new FeedSource(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped))
            {
                Address = address,
                ApiKey = Key(address.AbsoluteUri),
            }
            : Describe(found);
    }

    private FeedSource Describe(PackageSource source)
    {
        if (!source.IsHttp)
            return new FeedSource(source.Name) { Folder = source.TrySourceAsUri is { IsFile: true } file ? file.LocalPath : source.Source };
        if (source.TrySourceAsUri is not { UserInfo.Length: 0 } address)
        {
            throw new FeedException(
                FeedCodes.Unsupported, $"the address of the source '{source.Name}' is not valid, or holds a password. Put credentials into packageSourceCredentials.");
        }

        return new FeedSource(source.Name)
        {
            Address = address,
            Credential = Credential(source),
            ApiKey = Key(source.Source),
            AllowsPlainHttp = source.AllowInsecureConnections,
        };
    }

    private static AuthenticationHeaderValue? Credential(PackageSource source)
    {
        if (source.Credentials is not { } found || !found.IsValid())
            return null;
        var types = found.ValidAuthenticationTypes.ToList();
        if (types.Count > 0 && !types.Contains("basic", StringComparer.OrdinalIgnoreCase))
            return null;
        try
        {
            // NuGet leaves the name of a variable that is not set, and would send it as the password.
            if (Unset().Match(found.Password) is { Success: true } name)
            {
                throw new FeedException(
                    FeedCodes.Forbidden, $"the password of the source '{source.Name}' is in the environment variable {name.Groups[1].Value}, which is not set. Set it.");
            }

            return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{found.Username}:{found.Password}")));
        }
        catch (NuGetConfigurationException exception)
        {
            throw new FeedException(
                FeedCodes.Forbidden,
                $"the password of the source '{source.Name}' is encrypted, which only Windows can read. Give it as ClearTextPassword with %VARIABLE%.",
                exception);
        }
    }

    private string? Key(string address)
    {
        if (KeyVariables.Select(_variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } key)
            return key;
        try
        {
            return SettingsUtility.GetDecryptedValueForAddItem(_settings, ConfigurationConstants.ApiKeys, address);
        }
        catch (Exception exception) when (exception is NotSupportedException or FormatException or System.Security.Cryptography.CryptographicException)
        {
            // Stored keys can be read by the Windows user who stored them alone.
            return null;
        }
    }

    [GeneratedRegex(@"^%(\w+)%\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unset();
}
