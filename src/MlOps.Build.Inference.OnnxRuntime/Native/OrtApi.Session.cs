using System.Runtime.InteropServices;
using System.Text;

namespace MlOps.Build.Inference.OnnxRuntime.Native;

/// <summary>Sessions.</summary>
internal sealed unsafe partial class OrtApi
{
    public SessionHandle CreateSession(ReadOnlySpan<byte> model, int threads)
    {
        nint options;
        Check(((delegate* unmanaged[Stdcall]<nint*, nint>)At(OrtFunction.CreateSessionOptions))(&options));
        try
        {
            Set(OrtFunction.SetIntraOpNumThreads, options, threads);
            Set(OrtFunction.SetInterOpNumThreads, options, 1);
            Set(OrtFunction.SetSessionLogSeverityLevel, options, LogNothingButFatal);
            nint session;
            fixed (byte* bytes = model)
            {
                Check(((delegate* unmanaged[Stdcall]<nint, byte*, nuint, nint, nint*, nint>)At(OrtFunction.CreateSessionFromArray))(
                    _environment, bytes, (nuint)model.Length, options, &session));
            }

            return new SessionHandle(this, session);
        }
        finally
        {
            Release(OrtFunction.ReleaseSessionOptions, options);
        }
    }

    public int InputCount(SessionHandle session) => Count(OrtFunction.SessionGetInputCount, session);

    public int OutputCount(SessionHandle session) => Count(OrtFunction.SessionGetOutputCount, session);

    public string InputName(SessionHandle session, int index) => Name(OrtFunction.SessionGetInputName, session, index);

    public string OutputName(SessionHandle session, int index) => Name(OrtFunction.SessionGetOutputName, session, index);

    public OrtTensorType? InputType(SessionHandle session, int index) => Type(OrtFunction.SessionGetInputTypeInfo, session, index);

    public OrtTensorType? OutputType(SessionHandle session, int index) => Type(OrtFunction.SessionGetOutputTypeInfo, session, index);

    /// <summary>Runs a session; <paramref name="made"/> takes values that the caller releases.</summary>
    public void Run(SessionHandle session, IReadOnlyList<string> inputs, nint[] values, IReadOnlyList<string> outputs, nint[] made)
    {
        var held = false;
        var names = new nint[inputs.Count + outputs.Count];
        try
        {
            session.DangerousAddRef(ref held);
            for (var i = 0; i < names.Length; i++)
                names[i] = Marshal.StringToCoTaskMemUTF8(i < inputs.Count ? inputs[i] : outputs[i - inputs.Count]);
            fixed (nint* name = names, value = values, result = made)
            {
                Check(((delegate* unmanaged[Stdcall]<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)At(OrtFunction.Run))(
                    session.DangerousGetHandle(), 0, name, value, (nuint)inputs.Count, name + inputs.Count, (nuint)outputs.Count, result));
            }
        }
        finally
        {
            Array.ForEach(names, Marshal.FreeCoTaskMem);
            if (held)
                session.DangerousRelease();
        }
    }

    private void Set(OrtFunction function, nint options, int value) =>
        Check(((delegate* unmanaged[Stdcall]<nint, int, nint>)At(function))(options, value));

    private int Count(OrtFunction function, SessionHandle session)
    {
        nuint count;
        Check(((delegate* unmanaged[Stdcall]<nint, nuint*, nint>)At(function))(session.DangerousGetHandle(), &count));
        return checked((int)count);
    }

    private string Name(OrtFunction function, SessionHandle session, int index)
    {
        byte* name;
        Check(((delegate* unmanaged[Stdcall]<nint, nuint, nint, byte**, nint>)At(function))(session.DangerousGetHandle(), (nuint)index, _allocator, &name));
        var text = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        Check(((delegate* unmanaged[Stdcall]<nint, byte*, nint>)At(OrtFunction.AllocatorFree))(_allocator, name));
        return text;
    }
}
