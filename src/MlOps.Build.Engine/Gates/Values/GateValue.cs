namespace MlOps.Build.Engine.Gates.Values;

/// <summary>What an expression is worth: a <see cref="Quantity"/>, a <see cref="QuantityList"/> or a <see cref="SliceSet"/>.</summary>
internal abstract record GateValue;
