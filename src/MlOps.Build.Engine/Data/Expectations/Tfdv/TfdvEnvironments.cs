namespace MlOps.Build.Engine.Data.Expectations.Tfdv;

/// <summary>Environments of a schema: those by default, and those that only some features are in.</summary>
internal static class TfdvEnvironments
{
    /// <summary>All of them, those by default first, each once.</summary>
    public static IEnumerable<string> Of(ProtoMessage schema) => Default(schema)
        .Concat(schema.All("feature").SelectMany(feature => feature.Message is { } message ? Names(message, "in_environment").Concat(Names(message, "not_in_environment")) : []))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Those that a feature is in, as <c>IsFeatureInEnvironment</c> in TFDV's schema.cc has it: the named ones, and those by default that are
    /// not excluded. Null when these are all.
    /// </summary>
    public static IReadOnlyList<string>? Of(ProtoMessage feature, ProtoMessage schema)
    {
        var (named, excluded) = (Names(feature, "in_environment").ToList(), Names(feature, "not_in_environment").ToList());
        var here = Of(schema).Where(name => named.Contains(name) || (Default(schema).Contains(name) && !excluded.Contains(name))).ToList();
        return here.Count == Of(schema).Count() ? null : here;
    }

    private static IEnumerable<string> Default(ProtoMessage schema) => Names(schema, "default_environment");

    private static IEnumerable<string> Names(ProtoMessage message, string field) =>
        message.All(field).Where(name => name.Message is null && !string.IsNullOrWhiteSpace(name.Text)).Select(name => name.Text);
}
