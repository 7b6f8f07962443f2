using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The files of an output: itself, or those that its directory's object lists.</summary>
internal static class DvcTree
{
    private const long LargestList = 512L << 20;

    /// <summary>The files; null, with an error, when the directory's object is not in the cache or damaged; a damaged one is thrown away.</summary>
    public static IReadOnlyList<DvcFile>? Read(DvcRepository repository, DvcOutput output, DiagnosticBag diagnostics)
    {
        if (!output.Hash.IsDirectory)
            return [new DvcFile(output.Path, output.Hash)];
        var file = repository.Cache.PathOf(output.Hash);
        if (!File.Exists(file))
        {
            diagnostics.Error(VersionCodes.ObjectMissing,
                $"the list of its files, '{output.Hash.ObjectPath}', is not in the cache. Run 'mlops data pull'.", output.Position);
            return null;
        }

        var length = new FileInfo(file).Length;
        if (length > LargestList)
        {
            diagnostics.Error(VersionCodes.WrongSize, $"the list of its files has {length} bytes; at most {LargestList} are read.", output.Position);
            return null;
        }

        return Parse(repository, output, SmallFile.Read(file), diagnostics);
    }

    private static IReadOnlyList<DvcFile>? Parse(DvcRepository repository, DvcOutput output, byte[] bytes, DiagnosticBag diagnostics)
    {
        var md5 = DvcDigest.OfBytes(bytes, legacy: false);
        if (md5 != output.Hash.Md5)
        {
            repository.Cache.Remove(output.Hash);
            diagnostics.Error(
                VersionCodes.HashMismatch,
                $"the list of its files in the cache has the hash {md5}; {output.Hash.Md5} was recorded. It was thrown away. Run 'mlops data "
                    + $"pull' to fetch it again.",
                output.Position);
            return null;
        }

        if (DirectoryObject.Read(bytes, out var fault) is { } entries)
        {
            return [.. entries.Select(entry => new DvcFile(
                Path.Combine(output.Path, entry.Path.Replace('/', Path.DirectorySeparatorChar)),
                    new DvcHash(entry.Md5, false, output.Hash.IsLegacy)))];
        }

        diagnostics.Error(VersionCodes.DirectoryObjectInvalid,
            $"the list of its files cannot be used: {fault}. Add the directory again where it came from.", output.Position);
        return null;
    }
}
