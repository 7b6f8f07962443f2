using System.Runtime.CompilerServices;

namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>
/// Arithmetic on the four number types of ONNX that the interpreter computes with: float, double, long, int. Each test of a type is a
/// constant for the compiler that specialises a method, so only one branch is left; unlike generic mathematics it exists everywhere.
/// </summary>
internal static class Number
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add<T>(T left, T right)
        where T : struct =>
        typeof(T) == typeof(float) ? From<float, T>(To<T, float>(left) + To<T, float>(right))
        : typeof(T) == typeof(double) ? From<double, T>(To<T, double>(left) + To<T, double>(right))
        : typeof(T) == typeof(long) ? From<long, T>(unchecked(To<T, long>(left) + To<T, long>(right)))
        : From<int, T>(unchecked(To<T, int>(left) + To<T, int>(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Subtract<T>(T left, T right)
        where T : struct =>
        typeof(T) == typeof(float) ? From<float, T>(To<T, float>(left) - To<T, float>(right))
        : typeof(T) == typeof(double) ? From<double, T>(To<T, double>(left) - To<T, double>(right))
        : typeof(T) == typeof(long) ? From<long, T>(unchecked(To<T, long>(left) - To<T, long>(right)))
        : From<int, T>(unchecked(To<T, int>(left) - To<T, int>(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Multiply<T>(T left, T right)
        where T : struct =>
        typeof(T) == typeof(float) ? From<float, T>(To<T, float>(left) * To<T, float>(right))
        : typeof(T) == typeof(double) ? From<double, T>(To<T, double>(left) * To<T, double>(right))
        : typeof(T) == typeof(long) ? From<long, T>(unchecked(To<T, long>(left) * To<T, long>(right)))
        : From<int, T>(unchecked(To<T, int>(left) * To<T, int>(right)));

    /// <summary>Integers are divided toward zero.</summary>
    /// <exception cref="DivideByZeroException">An integer is divided by 0.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide<T>(T left, T right)
        where T : struct =>
        typeof(T) == typeof(float) ? From<float, T>(To<T, float>(left) / To<T, float>(right))
        : typeof(T) == typeof(double) ? From<double, T>(To<T, double>(left) / To<T, double>(right))
        : typeof(T) == typeof(long) ? From<long, T>(To<T, long>(left) / To<T, long>(right))
        : From<int, T>(To<T, int>(left) / To<T, int>(right));

    /// <summary>The rest has the sign of <paramref name="left"/>.</summary>
    /// <exception cref="DivideByZeroException">An integer is divided by 0.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Remainder<T>(T left, T right)
        where T : struct =>
        typeof(T) == typeof(float) ? From<float, T>(To<T, float>(left) % To<T, float>(right))
        : typeof(T) == typeof(double) ? From<double, T>(To<T, double>(left) % To<T, double>(right))
        : typeof(T) == typeof(long) ? From<long, T>(To<T, long>(left) % To<T, long>(right))
        : From<int, T>(To<T, int>(left) % To<T, int>(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Equal<T>(T left, T right)
        where T : struct =>
        typeof(T) == typeof(float) ? To<T, float>(left) == To<T, float>(right)
        : typeof(T) == typeof(double) ? To<T, double>(left) == To<T, double>(right)
        : typeof(T) == typeof(long) ? To<T, long>(left) == To<T, long>(right)
        : To<T, int>(left) == To<T, int>(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Less<T>(T left, T right)
        where T : struct =>
        typeof(T) == typeof(float) ? To<T, float>(left) < To<T, float>(right)
        : typeof(T) == typeof(double) ? To<T, double>(left) < To<T, double>(right)
        : typeof(T) == typeof(long) ? To<T, long>(left) < To<T, long>(right)
        : To<T, int>(left) < To<T, int>(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool LessOrEqual<T>(T left, T right)
        where T : struct =>
        typeof(T) == typeof(float) ? To<T, float>(left) <= To<T, float>(right)
        : typeof(T) == typeof(double) ? To<T, double>(left) <= To<T, double>(right)
        : typeof(T) == typeof(long) ? To<T, long>(left) <= To<T, long>(right)
        : To<T, int>(left) <= To<T, int>(right);

    /// <summary>A whole number, as far as the type holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(int value)
        where T : struct =>
        typeof(T) == typeof(float) ? From<float, T>(value)
        : typeof(T) == typeof(double) ? From<double, T>(value)
        : typeof(T) == typeof(long) ? From<long, T>(value)
        : From<int, T>(value);

    // Only NaN differs from itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNaN<T>(T value)
        where T : struct => !Equal(value, value);

    /// <summary>True also for -0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNegative<T>(T value)
        where T : struct =>
        typeof(T) == typeof(float) ? BitConverter.DoubleToInt64Bits(To<T, float>(value)) < 0
        : typeof(T) == typeof(double) ? BitConverter.DoubleToInt64Bits(To<T, double>(value)) < 0
        : Less(value, default);

    /// <summary>NaN wins; -0 is less than 0, as IEEE 754-2019 has <c>minimum</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min<T>(T left, T right)
        where T : struct =>
        Less(left, right) || IsNaN(left) ? left : !Equal(left, right) || IsNegative(right) ? right : left;

    /// <summary>NaN wins; -0 is less than 0, as IEEE 754-2019 has <c>maximum</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(T left, T right)
        where T : struct =>
        Less(right, left) || IsNaN(left) ? left : !Equal(left, right) || !IsNegative(right) ? right : left;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Negate<T>(T value)
        where T : struct =>
        typeof(T) == typeof(float) ? From<float, T>(-To<T, float>(value))
        : typeof(T) == typeof(double) ? From<double, T>(-To<T, double>(value))
        : typeof(T) == typeof(long) ? From<long, T>(unchecked(-To<T, long>(value)))
        : From<int, T>(unchecked(-To<T, int>(value)));

    /// <exception cref="OverflowException">The smallest integer has no magnitude.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Abs<T>(T value)
        where T : struct =>
        typeof(T) == typeof(float) ? From<float, T>(Math.Abs(To<T, float>(value)))
        : typeof(T) == typeof(double) ? From<double, T>(Math.Abs(To<T, double>(value)))
        : typeof(T) == typeof(long) ? From<long, T>(Math.Abs(To<T, long>(value)))
        : From<int, T>(Math.Abs(To<T, int>(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo To<T, TTo>(T value) => Unsafe.As<T, TTo>(ref value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T From<TFrom, T>(TFrom value) => Unsafe.As<TFrom, T>(ref value);
}
