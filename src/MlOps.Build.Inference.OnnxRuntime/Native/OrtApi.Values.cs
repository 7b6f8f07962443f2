using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.OnnxRuntime.Native;

/// <summary>Values and their types.</summary>
internal sealed unsafe partial class OrtApi
{
    private const int TensorKind = 1;

    public nint CreateTensor(OnnxType type, IReadOnlyList<int> shape)
    {
        nint value;
        var sizes = new long[shape.Count];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = shape[i];
        fixed (long* size = sizes)
        {
            Check(((delegate* unmanaged[Stdcall]<nint, long*, nuint, int, nint*, nint>)At(OrtFunction.CreateTensorAsOrtValue))(
                _allocator, size, (nuint)sizes.Length, (int)type, &value));
        }

        return value;
    }

    public void ReleaseValue(nint value)
    {
        if (value != 0)
            Release(OrtFunction.ReleaseValue, value);
    }

    /// <summary>Where a tensor's numbers lie.</summary>
    public void* Data(nint value)
    {
        void* data;
        Check(((delegate* unmanaged[Stdcall]<nint, void**, nint>)At(OrtFunction.GetTensorMutableData))(value, &data));
        return data;
    }

    /// <summary>Memory for the UTF-8 of one text of a tensor.</summary>
    public Span<byte> Text(nint value, int index, int length)
    {
        byte* buffer;
        Check(((delegate* unmanaged[Stdcall]<nint, nuint, nuint, byte**, nint>)At(OrtFunction.GetResizedStringTensorElementBuffer))(
            value, (nuint)index, (nuint)length, &buffer));
        return new Span<byte>(buffer, length);
    }

    /// <summary>The UTF-8 of all texts of a tensor, one after the other, and where each begins.</summary>
    public (byte[] Bytes, nuint[] Starts) Texts(nint value, int count)
    {
        nuint length;
        Check(((delegate* unmanaged[Stdcall]<nint, nuint*, nint>)At(OrtFunction.GetStringTensorDataLength))(value, &length));
        var bytes = new byte[length];
        var starts = new nuint[count];
        fixed (byte* content = bytes)
        fixed (nuint* start = starts)
        {
            Check(((delegate* unmanaged[Stdcall]<nint, byte*, nuint, nuint*, nuint, nint>)At(OrtFunction.GetStringTensorContent))(
                value, content, length, start, (nuint)count));
        }

        return (bytes, starts);
    }

    /// <summary>What a tensor is.</summary>
    public OrtTensorType TypeOf(nint value)
    {
        nint info;
        Check(((delegate* unmanaged[Stdcall]<nint, nint*, nint>)At(OrtFunction.GetTensorTypeAndShape))(value, &info));
        try
        {
            return Read(info);
        }
        finally
        {
            Release(OrtFunction.ReleaseTensorTypeAndShapeInfo, info);
        }
    }

    private OrtTensorType? Type(OrtFunction function, SessionHandle session, int index)
    {
        nint type;
        Check(((delegate* unmanaged[Stdcall]<nint, nuint, nint*, nint>)At(function))(session.DangerousGetHandle(), (nuint)index, &type));
        try
        {
            int kind;
            Check(((delegate* unmanaged[Stdcall]<nint, int*, nint>)At(OrtFunction.GetOnnxTypeFromTypeInfo))(type, &kind));
            if (kind != TensorKind)
                return null;
            nint info;
            Check(((delegate* unmanaged[Stdcall]<nint, nint*, nint>)At(OrtFunction.CastTypeInfoToTensorInfo))(type, &info));
            return Read(info);
        }
        finally
        {
            Release(OrtFunction.ReleaseTypeInfo, type);
        }
    }

    private OrtTensorType Read(nint info)
    {
        int element;
        nuint count;
        Check(((delegate* unmanaged[Stdcall]<nint, int*, nint>)At(OrtFunction.GetTensorElementType))(info, &element));
        Check(((delegate* unmanaged[Stdcall]<nint, nuint*, nint>)At(OrtFunction.GetDimensionsCount))(info, &count));
        var sizes = new long[count];
        fixed (long* size = sizes)
            Check(((delegate* unmanaged[Stdcall]<nint, long*, nuint, nint>)At(OrtFunction.GetDimensions))(info, size, count));
        return new OrtTensorType((OnnxType)element, [.. sizes.Select(size => size < 0 ? (long?)null : size)]);
    }
}
