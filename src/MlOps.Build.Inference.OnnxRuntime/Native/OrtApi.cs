using System.Runtime.InteropServices;

namespace MlOps.Build.Inference.OnnxRuntime.Native;

/// <summary>ONNX Runtime's C API: its table of functions, and what they report as errors.</summary>
internal sealed unsafe partial class OrtApi
{
    // GetResizedStringTensorElementBuffer, which takes texts with any character, came with 1.15.
    private const uint OldestVersion = 15;
    private const int LogNothingButFatal = 4;

    private readonly nint* _table;
    private readonly nint _environment;
    private readonly nint _allocator;

    private OrtApi(nint* table, string version)
    {
        _table = table;
        Version = version;
        _environment = CreateEnvironment();
        nint allocator;
        Check(((delegate* unmanaged[Stdcall]<nint*, nint>)At(OrtFunction.GetAllocatorWithDefaultOptions))(&allocator));
        _allocator = allocator;
    }

    /// <summary>The library's own version.</summary>
    public string Version { get; }

    /// <summary>The API behind <c>OrtGetApiBase</c>.</summary>
    /// <exception cref="InferenceException">The library is too old.</exception>
    public static OrtApi Of(nint getApiBase, string source)
    {
        var first = (nint*)((delegate* unmanaged[Stdcall]<nint>)getApiBase)();
        var version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Stdcall]<nint>)first[1])()) ?? "?";
        // An older library writes that to its error output, too, when it is asked for a version that it lacks.
        var table = IsTooOld(version) ? null : (nint*)((delegate* unmanaged[Stdcall]<uint, nint>)first[0])(OldestVersion);
        return table is not null
            ? new OrtApi(table, version)
            : throw new InferenceException($"{source} is ONNX Runtime {version}; 1.{OldestVersion} or later is needed. Update it.");
    }

    public void Release(OrtFunction function, nint value) => ((delegate* unmanaged[Stdcall]<nint, void>)At(function))(value);

    private static bool IsTooOld(string version) =>
        System.Version.TryParse(version.Split('-')[0], out var known) && known < new Version(1, (int)OldestVersion);

    private nint At(OrtFunction function) => _table[(int)function];

    private void Check(nint status)
    {
        if (status == 0)
            return;
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged[Stdcall]<nint, nint>)At(OrtFunction.GetErrorMessage))(status));
        Release(OrtFunction.ReleaseStatus, status);
        throw new InferenceException($"ONNX Runtime {Version}: {message}");
    }

    // There is one a process, whoever else uses ONNX Runtime in it; it is never released.
    private nint CreateEnvironment()
    {
        nint environment;
        fixed (byte* name = "mlops"u8)
            Check(((delegate* unmanaged[Stdcall]<int, byte*, nint*, nint>)At(OrtFunction.CreateEnv))(LogNothingButFatal, name, &environment));
        Check(((delegate* unmanaged[Stdcall]<nint, nint>)At(OrtFunction.DisableTelemetryEvents))(environment));
        return environment;
    }
}
