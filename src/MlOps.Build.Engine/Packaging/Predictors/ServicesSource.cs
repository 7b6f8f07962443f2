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
        source.Line();
        WriteTested(source, predictor, names);
        source.Close();
        source.Close();
    }

    // Registration is part of an application's start, and needs no host to be run in.
    private static void WriteTested(SourceWriter source, string predictor, PredictorNames names)
    {
        source.Summary("Adds the predictor as a singleton and, when asked, replays the package's golden rows at once: an application on a machine that predicts "
            + "something else than the build did does not start.");
        source.Doc("param name=\"services\"", "The application's services.");
        source.Doc("param name=\"selfTest\"", "True loads the model and replays the rows here and now.");
        source.Doc("exception cref=\"global::MlOps.Build.Inference.InferenceException\"", "A row differs; the message says which, with its inputs and by how much.");
        source.Line($"public static {Injection}.IServiceCollection Add{names.Prefix}(this {Injection}.IServiceCollection services, bool selfTest)");
        source.Open();
        source.Line("if (!selfTest)");
        source.Line($"    return Add{names.Prefix}(services);");
        source.Line($"var predictor = new {predictor}();");
        source.Line("predictor.SelfTest().ThrowIfFailed();");
        source.Line($"{Injection}.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton(services, predictor);");
        source.Line("return services;");
        source.Close();
    }
}
