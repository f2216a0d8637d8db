using System;
using System.Globalization;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>While it lives, numbers format as in no program text: another minus sign, another decimal point.</summary>
internal sealed class HostileCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public HostileCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus ";
        culture.NumberFormat.NumberDecimalSeparator = "·";
        culture.NumberFormat.NumberGroupSeparator = "'";
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
