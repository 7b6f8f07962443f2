using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>A fault in the layout of a row.</summary>
/// <param name="Code">One of <see cref="DataCodes"/>.</param>
/// <param name="Fault">What is wrong with the quoting; none for a wrong number of fields and for a row beyond the limit.</param>
/// <param name="Line">0-based line from the block's first on.</param>
/// <param name="Field">1-based field that the message points at.</param>
/// <param name="Fields">The number of fields of the row.</param>
internal readonly record struct LayoutFault(string Code, CsvFault Fault, int Line, int Field, int Fields);
