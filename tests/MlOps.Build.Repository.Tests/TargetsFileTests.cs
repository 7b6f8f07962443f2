using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlOps.Build.Repository.Tests;

/// <summary>What the kit's targets promise to those who build on them.</summary>
public sealed partial class TargetsFileTests
{
    private static readonly string[] Rows =
        [.. Repository.Files("docs/guides", "*.md").SelectMany(file => Repository.Read(file).Split('\n')).Where(line => line.StartsWith('|'))];

    private static readonly XElement[] Files =
        [.. Repository.Files("src/MlOps.Build", "*.targets").Concat(Repository.Files("src/MlOps.Build", "*.props"))
            .Select(file => XElement.Parse(Repository.Read(file)))];

    private static readonly XElement[] Targets = [.. Files.SelectMany(file => file.Elements("Target"))];

    private static readonly XElement[] Properties =
        [.. Files.Elements("PropertyGroup").Elements()
            .Where(property => IsPublic(property.Name.LocalName) && !property.Name.LocalName.EndsWith("DependsOn", StringComparison.Ordinal))];

    [Fact]
    public void Every_name_of_ours_says_so()
    {
        var names = Targets.Select(target => target.Attribute("Name")!.Value).ToList();
        names.Count.ShouldBeGreaterThan(15);
        names.ShouldAllBe(name => OurName().IsMatch(name));
    }

    [Fact]
    public void Every_public_target_can_be_added_to_and_is_in_the_guide()
    {
        foreach (var target in Targets.Where(target => IsPublic(target.Attribute("Name")!.Value)))
        {
            var name = target.Attribute("Name")!.Value;
            target.Attribute("DependsOnTargets").ShouldNotBeNull(name).Value.ShouldContain($"$({name}DependsOn)");
            Rows.ShouldContain(row => row.StartsWith($"| `{name}` |", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void Every_property_is_in_a_guide_with_its_default()
    {
        foreach (var property in Properties)
        {
            var name = property.Name.LocalName;
            var given = property.Value.Contains('$', StringComparison.Ordinal) ? "" : property.Value;
            var start = given.Length == 0 ? $"| `{name}` |" : $"| `{name}` | `{given}` |";
            Rows.ShouldContain(row => row.StartsWith(start, StringComparison.Ordinal), $"no row begins with {start}");
        }
    }

    [Fact]
    public void Every_default_can_be_set_before()
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in Properties)
        {
            // After its default a property may be completed from itself, as a relative path is.
            var name = property.Name.LocalName;
            var condition = property.Attribute("Condition")?.Value;
            (condition == $"'$({name})' == ''" || (set.Contains(name) && property.Value.Contains($"$({name})", StringComparison.Ordinal)))
                .ShouldBeTrue(name);
            set.Add(name);
        }
    }

    private static bool IsPublic(string name) => name.StartsWith("MlOps", StringComparison.Ordinal);

    [GeneratedRegex("^_?MlOps[A-Z]")]
    private static partial Regex OurName();
}
