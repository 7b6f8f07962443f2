namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>
/// Writes <c>services.AddX()</c> as a class of its own, so that an application without dependency injection never loads the assembly that
/// it needs.
/// </summary>
internal static class ServicesSource
{
    private const string Injection = "global::Microsoft.Extensions.DependencyInjection";

    public static void Write(SourceWriter source, string predictorNamespace, PredictorNames names)
    {
        var predictor = $"global::{predictorNamespace}.{names.Predictor}";
        source.Line("namespace Microsoft.Extensions.DependencyInjection");
        source.Open();
        source.Summary($"Registers <see cref=\"{predictor}\"/>.");
        source.Line($"public static class {names.Services}");
        source.Open();
        source.Summary("Adds the predictor as a singleton; the model is loaded when it is first asked for.");
        source.Line($"public static {Injection}.IServiceCollection Add{names.Prefix}(this {Injection}.IServiceCollection services)");
        source.Open();
        source.Line($"{Injection}.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton(");
        source.Line($"    services, static _ => new {predictor}());");
        source.Line("return services;");
        source.Close();
        source.Close();
        source.Close();
    }
}
