using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Sources.S3;

/// <summary>Clients for S3 and what speaks like it. Credentials come from the client's own chain: environment, OIDC federation, profile, instance
/// role.</summary>
internal static class S3Clients
{
    private const string GoogleEndpoint = "https://storage.googleapis.com";
    private const string AnyRegion = "us-east-1";

    public static AmazonS3Client Create(RemoteAddress address, Func<string, string?> variable)
    {
        var region = address.Setting("region") ?? variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION") ?? AnyRegion;
        var endpoint = address.Setting("endpointurl")
            ?? (address.Scheme == "gs" ? GoogleEndpoint : variable("AWS_ENDPOINT_URL_S3") ?? variable("AWS_ENDPOINT_URL"));
        var config = new AmazonS3Config
        {
            // Retries are counted in one place, and it is not the client.
            MaxErrorRetry = 0,
            // Other servers do not know the checksums that the client adds by default; contents are verified by their own hash.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (endpoint is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        else
            (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (endpoint, true, region);
        if (address.Setting("profile") is { } profile)
            config.Profile = new Profile(profile);
        return address.Setting("allow_anonymous_login") is "true" or "True"
            ? new AmazonS3Client(new AnonymousAWSCredentials(), config)
            : new AmazonS3Client(config);
    }
}
