using System.Globalization;

namespace MlOps.Build.Engine.Data.Expectations.Tfdv;

/// <summary>A message in protobuf's text format: its fields in order; those that repeat stand several times.</summary>
internal sealed class ProtoMessage(IReadOnlyList<ProtoField> fields)
{
    public IReadOnlyList<ProtoField> Fields { get; } = fields;

    public IEnumerable<ProtoField> All(string name) => Fields.Where(field => field.Name == name);

    /// <summary>The last one counts, as protobuf has it.</summary>
    public ProtoField? Find(string name) => Fields.LastOrDefault(field => field.Name == name);

    public string? Text(string name) => Find(name) is { Message: null } field ? field.Text : null;

    public ProtoMessage? Message(string name) => Find(name)?.Message;

    /// <summary>A finite number; null when it is absent or none.</summary>
    public double? Number(string name) =>
        double.TryParse(Text(name)?.TrimEnd('f', 'F'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
