namespace RnnGen.Tests.Training;

/// <summary>Names a plain network, so that a model can be generic over it.</summary>
internal interface IPlainShape
{
    static abstract PlainElmanNetwork Network { get; }
}
