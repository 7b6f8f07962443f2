using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Registry.Promotion.Consumers;

/// <summary>The generated predictor in a package: the public class in the assembly that holds the model's manifest. Metadata is read, nothing is loaded.</summary>
internal static class PredictorType
{
    private const string Suffix = "Predictor";

    /// <summary>Its full name in C#; null when the package has none.</summary>
    public static string? Find(ModelPackage package)
    {
        foreach (var part in package.Manifest.Parts.Where(part => part.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                using var image = new PEReader(new MemoryStream(package.Read(part.Path)!));
                if (image.HasMetadata && Find(image.GetMetadataReader()) is { } name)
                    return name;
            }
            catch (BadImageFormatException)
            {
                // Verification has said so.
            }
        }

        return null;
    }

    private static string? Find(MetadataReader metadata) =>
        !metadata.ManifestResources.Any(handle => metadata.GetString(metadata.GetManifestResource(handle).Name) == PartNames.Manifest)
            ? null
            : metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                .Select(type => (Space: metadata.GetString(type.Namespace), Name: metadata.GetString(type.Name)))
                .Where(type => type.Name.EndsWith(Suffix, StringComparison.Ordinal))
                .Select(type => type.Space.Length > 0 ? $"global::{type.Space}.{type.Name}" : $"global::{type.Name}")
                .FirstOrDefault();
}
