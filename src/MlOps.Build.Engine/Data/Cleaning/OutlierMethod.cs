namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>How a value is found to lie outside.</summary>
internal enum OutlierMethod
{
    /// <summary>Further from the quartiles than so many times their distance (Tukey, 1977, Exploratory Data Analysis).</summary>
    Iqr,

    /// <summary>Further from the mean than so many sample standard deviations.</summary>
    Z,

    /// <summary>A row whose isolation score is above the limit (Liu, Ting and Zhou, 2008, Isolation Forest).</summary>
    Isolation,
}
