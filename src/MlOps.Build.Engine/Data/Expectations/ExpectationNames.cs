using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Kinds;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Holds names of expectations and of their arguments against what is known, so that nothing misspelled passes silently.</summary>
internal static class ExpectationNames
{
    /// <summary>False, with an error, when the expectation is not known or takes no such argument.</summary>
    public static bool Check(Expectation expectation, DiagnosticBag diagnostics)
    {
        if (!Catalogue.ByName.TryGetValue(expectation.Type, out var kind))
        {
            diagnostics.Error(DataCodes.UnknownExpectation, Unknown(expectation.Type), expectation.Position);
            return false;
        }

        var known = kind.AllKwargs.ToList();
        var unknown = expectation.Kwargs.EnumerateObject()
            .Select(argument => argument.Name)
            .Where(name => !known.Contains(name) && !Catalogue.Ignored.Contains(name))
            .ToList();
        foreach (var name in unknown)
        {
            var suggestion = DidYouMean.Sentence(name, known);
            var hint = suggestion.Length > 0 ? suggestion : $" It takes {string.Join(", ", known)}.";
            diagnostics.Error(DataCodes.UnknownArgument, $"{expectation.Type} takes no argument {Shown.Text(name)}.{hint}", expectation.Position);
        }

        return unknown.Count == 0;
    }

    private static string Unknown(string type)
    {
        if (type.Length == 0)
            return "an expectation has no 'type' (or 'expectation_type'). Name one, such as expect_column_values_to_not_be_null.";
        var suggestion = DidYouMean.Sentence(type, Catalogue.ByName.Keys);
        return $"{Shown.Text(type)} is no expectation that can be judged here.{(suggestion.Length > 0 ? suggestion : " docs/guides/expectations.md lists them; remove it, or say it with one of those.")}";
    }
}
