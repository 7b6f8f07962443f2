using Microsoft.Win32.SafeHandles;

namespace MlOps.Build.Inference.OnnxRuntime.Native;

/// <summary>An <c>OrtSession</c>, which stays alive while a run uses it.</summary>
internal sealed class SessionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly OrtApi _api;

    public SessionHandle(OrtApi api, nint session)
        : base(ownsHandle: true)
    {
        _api = api;
        SetHandle(session);
    }

    protected override bool ReleaseHandle()
    {
        _api.Release(OrtFunction.ReleaseSession, handle);
        return true;
    }
}
