namespace RnnGen.Tests.Reference;

/// <summary>An optimizer in double precision, by its textbook formula.</summary>
internal interface IReferenceOptimizer
{
    void Step(TensorSet weights, TensorSet gradients);
}
