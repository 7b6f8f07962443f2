using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>
/// Holds what is embedded in the package's assemblies against the parts beside them: applications run the embedded model, people read the
/// evidence of the other. Metadata is read, nothing is loaded.
/// </summary>
internal static class AssemblyCheck
{
    public static void Run(ModelPackage package, PackageFindings findings)
    {
        foreach (var part in package.Manifest.Parts.Where(part => part.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                Check(package, part.Path, findings);
            }
            catch (BadImageFormatException)
            {
                findings.Disagree($"'{ArchiveText.Shown(part.Path)}' is no assembly");
            }
        }
    }

    private static void Check(ModelPackage package, string path, PackageFindings findings)
    {
        using var image = new PEReader(new MemoryStream(package.Read(path)!));
        if (!image.HasMetadata)
            throw new BadImageFormatException();
        var metadata = image.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            var name = metadata.GetString(resource.Name);
            // The embedded manifest knows neither version nor evidence.
            if (!resource.Implementation.IsNil || !name.StartsWith(PartNames.Folder, StringComparison.Ordinal) || name == PartNames.Manifest)
                continue;
            if (package.Read(name) is not { } part || !Content(image, resource.Offset).SequenceEqual(part))
                findings.Disagree($"the resource '{ArchiveText.Shown(name)}' in '{ArchiveText.Shown(path)}' is not the part of that name");
        }
    }

    // ECMA-335, II.24.2.4: a resource is its length in four bytes, then its bytes.
    private static ReadOnlySpan<byte> Content(PEReader image, long offset)
    {
        var folder = image.PEHeaders.CorHeader!.ResourcesDirectory;
        var block = image.GetSectionData(folder.RelativeVirtualAddress);
        if (offset > folder.Size - 4)
            throw new BadImageFormatException();
        var reader = block.GetReader((int)offset, folder.Size - (int)offset);
        var length = reader.ReadInt32();
        return length < 0 || length > reader.RemainingBytes ? throw new BadImageFormatException() : reader.ReadBytes(length);
    }
}
