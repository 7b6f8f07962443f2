using System.Text.Json.Serialization;

namespace MlOps.Build.Contracts;

/// <summary>One point of a curve.</summary>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
/// <param name="Weight">Rows behind the point, where that means something; otherwise 0.</param>
[method: JsonConstructor]
public readonly record struct CurvePoint(double X, double Y, double Weight = 0);
