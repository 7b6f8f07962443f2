using System.Text.Json;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>
/// A distribution by SciPy's name, with its parameters in a list, or by the names that Great Expectations has for them
/// (<c>_scipy_distribution_positional_args_from_dict</c>).
/// </summary>
internal sealed class NamedDistribution
{
    // The parameters in SciPy's order: those of the shape first, which are needed and positive; the last is the scale.
    private static readonly Dictionary<string, (string[] Names, int Shapes)> Known = new(StringComparer.Ordinal)
    {
        ["norm"] = (["mean", "std_dev"], 0),
        ["uniform"] = (["min", "max"], 0),
        ["expon"] = (["loc", "scale"], 0),
        ["gamma"] = (["alpha", "loc", "scale"], 1),
        ["chi2"] = (["df", "loc", "scale"], 1),
        ["beta"] = (["alpha", "beta", "loc", "scale"], 2),
    };

    private readonly string _name;
    private readonly double[] _shape;
    private readonly double _location;
    private readonly double _scale;

    private NamedDistribution(string name, double[] parameters)
    {
        (_name, Parameters) = (name, parameters);
        _shape = parameters[..Known[name].Shapes];
        (_location, _scale) = (parameters[^2], parameters[^1]);
    }

    /// <summary>In SciPy's order.</summary>
    public IReadOnlyList<double> Parameters { get; }

    /// <summary>Null, with a fault, when the arguments are no such thing.</summary>
    public static NamedDistribution? Of(CheckRequest request)
    {
        var name = request.Text("distribution") ?? "";
        if (!Known.TryGetValue(name, out var form))
        {
            request.Fail($"'distribution' is {Shown.Text(name)}; expected one of {string.Join(", ", Known.Keys)}.{Yaml.DidYouMean.Sentence(name, Known.Keys)}");
            return null;
        }

        var given = request.Value("params");
        var parameters = Enumerable.Range(0, form.Names.Length).Select(i => Parameter(given, form.Names, i)).ToArray();
        if (given is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > form.Names.Length)
            request.Fail($"'params' has {list.GetArrayLength()} numbers; '{name}' takes {string.Join(", ", form.Names)}.");
        else if (given is { ValueKind: not (JsonValueKind.Array or JsonValueKind.Object) } || parameters.Contains(null))
            request.Fail($"'params' is no list or object with numbers for {string.Join(", ", form.Names)}.");
        else if (parameters[..form.Shapes].Append(parameters[^1]).Any(value => value <= 0))
            request.Fail($"'params' of '{name}': {string.Join(", ", form.Names[..form.Shapes].Append(form.Names[^1]))} must be above 0.");
        else
            return new NamedDistribution(name, Array.ConvertAll(parameters, value => value!.Value));
        return null;
    }

    /// <summary>P(X &lt;= x).</summary>
    public double Cumulative(double x)
    {
        var standard = (x - _location) / _scale;
        return _name switch
        {
            "norm" => NormalDistribution.Cumulative(standard),
            "uniform" => Math.Clamp(standard, 0, 1),
            "expon" => standard <= 0 ? 0 : 1 - Inference.DeterministicMath.Exp(-standard),
            "gamma" => 1 - SpecialFunctions.GammaUpper(_shape[0], standard),
            "chi2" => 1 - SpecialFunctions.GammaUpper(_shape[0] / 2, standard / 2),
            _ => SpecialFunctions.Beta(standard, _shape[0], _shape[1]),
        };
    }

    // Location 0 and scale 1 need not be given; a shape does.
    private static double? Parameter(JsonElement? given, string[] names, int index)
    {
        var isShape = index < names.Length - 2;
        double? standard = isShape ? null : index == names.Length - 2 ? 0 : 1;
        JsonElement? value = given switch
        {
            { ValueKind: JsonValueKind.Array } list => index < list.GetArrayLength() ? list[index] : null,
            { ValueKind: JsonValueKind.Object } named => named.TryGetProperty(names[index], out var found) ? found : null,
            _ => null,
        };
        return value is null ? standard : value is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
    }
}
