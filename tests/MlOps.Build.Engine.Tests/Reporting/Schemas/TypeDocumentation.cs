using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlOps.Build.Engine.Tests.Reporting.Schemas;

/// <summary>The summaries of an assembly's types and properties, from the XML file that the compiler leaves beside it.</summary>
internal sealed partial class TypeDocumentation(Assembly assembly)
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!);

    public string? Of(Type type) => _members.TryGetValue($"T:{type.FullName}", out var member) ? Text(member.Element("summary")) : null;

    /// <summary>Of a property by its name in JSON; that of a positional record is a parameter of its type.</summary>
    public string? Of(Type type, string jsonName)
    {
        var property = type.GetProperties().FirstOrDefault(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == jsonName);
        if (property is null)
            return null;
        if (_members.TryGetValue($"P:{property.DeclaringType!.FullName}.{property.Name}", out var member))
            return Text(member.Element("summary"));
        return _members.TryGetValue($"T:{type.FullName}", out var record)
            ? Text(record.Elements("param").FirstOrDefault(parameter => (string?)parameter.Attribute("name") == property.Name))
            : null;
    }

    private static string? Text(XElement? element) =>
        element is null ? null : Space().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" } reference =>
            JsonNamingPolicy.CamelCase.ConvertName(((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? "").Split('.', ':')[^1]),
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
