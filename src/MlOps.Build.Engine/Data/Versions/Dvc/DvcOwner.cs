using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Which output a data file belongs to, found without reading every file of the repository.</summary>
internal static class DvcOwner
{
    /// <summary>The output of the <c>.dvc</c> file beside the file or beside a folder above it; null when there is none.</summary>
    public static DvcOutput? Of(DvcRepository repository, string path, DiagnosticBag diagnostics)
    {
        for (var here = path; here is not null && DvcFinder.IsAtOrBelow(here, repository.Root)
            && here != repository.Root; here = Path.GetDirectoryName(here))
        {
            var file = here + DvcLayout.FileSuffix;
            if (File.Exists(file))
                return DvcFileReader.Read(repository, file, diagnostics).FirstOrDefault(output => DvcFinder.IsAtOrBelow(path, output.Path));
        }

        return null;
    }
}
