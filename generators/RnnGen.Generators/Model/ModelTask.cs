namespace RnnGen.Generators.Model;

/// <summary>The runtime's SequenceTask, by the same names.</summary>
internal enum ModelTask
{
    Classification,
    Labeling,
    Generation,
    Regression,
}
