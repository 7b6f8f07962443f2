namespace MlOps.Build.Inference;

/// <summary>Where the parts of a model package are read from.</summary>
public interface IPackageParts
{
    /// <summary>What error messages call it, such as the assembly's name or the package's path.</summary>
    string Name { get; }

    /// <summary>The bytes of a part named as in <see cref="PackageParts"/>; null when there is none.</summary>
    byte[]? Read(string path);
}
