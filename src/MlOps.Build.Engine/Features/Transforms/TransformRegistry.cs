namespace MlOps.Build.Engine.Features.Transforms;

/// <summary>The code behind each name of <see cref="TransformCatalog"/>.</summary>
internal static class TransformRegistry
{
    private static readonly Dictionary<string, ITransform> ByName = new(StringComparer.Ordinal)
    {
        [TransformCatalog.Impute] = new ImputeTransform(),
        [TransformCatalog.Scale] = new ScaleTransform(),
        [TransformCatalog.OneHot] = new OneHotTransform(),
        [TransformCatalog.Category] = new CategoryTransform(),
        [TransformCatalog.Ordinal] = new OrdinalTransform(),
        [TransformCatalog.TfIdf] = new TfIdfTransform(),
        [TransformCatalog.DateParts] = new DatePartsTransform(),
        [TransformCatalog.Log] = new LogTransform(),
        [TransformCatalog.Clip] = new ClipTransform(),
        [TransformCatalog.Bucket] = new BucketTransform(),
        [TransformCatalog.Pass] = new PassTransform(),
    };

    public static ITransform Find(string name) => ByName[name];
}
