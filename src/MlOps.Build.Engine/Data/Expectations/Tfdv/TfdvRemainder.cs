using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Expectations.Tfdv;

/// <summary>Tells what a contract cannot say.</summary>
internal sealed class TfdvRemainder(string file, DiagnosticBag diagnostics)
{
    public void Say(ProtoField field, string what) => diagnostics.Warning(
        DataCodes.TfdvNotCarried, $"{what} is not carried over: a contract has no word for it.", new SourcePosition(file, field.Line));
}
