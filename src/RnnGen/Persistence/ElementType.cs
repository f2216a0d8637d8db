namespace RnnGen.Persistence;

/// <summary>The element types that are read; the names are those of the safetensors format. Only <see cref="F32"/> is written.</summary>
internal enum ElementType
{
    /// <summary>IEEE 754 binary32.</summary>
    F32,

    /// <summary>IEEE 754 binary64; rounded to the nearest binary32.</summary>
    F64,

    /// <summary>IEEE 754 binary16; exact in binary32.</summary>
    F16,

    /// <summary>The upper half of a binary32; exact in binary32.</summary>
    BF16,
}
