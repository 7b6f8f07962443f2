using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>The real files of Files/README.md.</summary>
internal static class RealFiles
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Data", "Files", name);

    public static Table Read(string name)
    {
        var diagnostics = new DiagnosticBag();
        var table = TableReader.Read([new DataSource(Path(name), name)], schema: null, diagnostics, CancellationToken.None);
        diagnostics.ShouldBeEmpty();
        return table.ShouldNotBeNull();
    }
}
