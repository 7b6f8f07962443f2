using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Generated readers give what a text lacks no initial value, so the records answer for it.</summary>
public sealed class AbsentListTests
{
    [Fact]
    public void A_list_that_may_be_absent_is_then_empty()
    {
        var lists = typeof(ModelEvidence).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is not null)
            .SelectMany(type => type.GetProperties().Where(MayBeAbsent).Select(property => (Type: type, Property: property)))
            .ToList();
        lists.Count.ShouldBeGreaterThan(40);
        lists.ShouldAllBe(list => list.Property.GetValue(RuntimeHelpers.GetUninitializedObject(list.Type)) != null);
    }

    private static bool MayBeAbsent(PropertyInfo property) =>
        property is { CanWrite: true, PropertyType.IsInterface: true }
        && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
        && property.GetCustomAttribute<RequiredMemberAttribute>() is null
        && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull
        && property.DeclaringType!.GetConstructor(BindingFlags.Public | BindingFlags.Instance, []) is not null;
}
