using System;
using System.Reflection;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Models;

/// <summary>A declared model as tests see it, whatever its class: its sizes, and instances of it.</summary>
/// <remarks>The sizes are read from the attribute, not from what was generated from it.</remarks>
internal abstract class ModelCase
{
    private protected ModelCase(Type type)
    {
        SequenceModelAttribute declaration = type.GetCustomAttribute<SequenceModelAttribute>()!;
        (SequenceTask task, int outputs) = declaration switch
        {
            SequenceClassifierAttribute classifier => (SequenceTask.Classification, classifier.Classes),
            SequenceLabelerAttribute labeler => (SequenceTask.Labeling, labeler.Labels),
            SequenceRegressorAttribute regressor => (SequenceTask.Regression, regressor.Outputs),
            _ => (SequenceTask.Generation, declaration.Vocabulary),
        };
        Name = type.Name;
        Dropout = (float)declaration.Dropout;
        RecurrentDropout = (float)declaration.RecurrentDropout;
        SequenceLength = declaration.SequenceLength;
        Shape = new ReferenceShape(
            task, declaration.Vocabulary, declaration.Hidden, outputs, declaration.Nonlinearity, declaration.Cell)
        {
            ResetBefore = declaration.ResetBefore,
            Layers = declaration.Layers,
            Bidirectional = declaration.Bidirectional,
            Embedding = declaration.Embedding,
            TieEmbedding = declaration is SequenceGeneratorAttribute { TieEmbedding: true },
            Features = declaration.Features,
            EveryStep = declaration is SequenceRegressorAttribute { EveryStep: true },
            Pooling = declaration switch
            {
                SequenceClassifierAttribute classifier => classifier.Pooling,
                SequenceRegressorAttribute regressor => regressor.Pooling,
                _ => Pooling.Last,
            },
        };
    }

    public string Name { get; }

    public ReferenceShape Shape { get; }

    public int SequenceLength { get; }

    /// <summary>The probability of dropout between layers.</summary>
    public float Dropout { get; }

    /// <summary>The probability of dropout from step to step.</summary>
    public float RecurrentDropout { get; }

    /// <summary>Whether the class can read a step at a time: not if it reads the sequence from its end, too.</summary>
    public bool CanStream => !Shape.Bidirectional;

    /// <summary>What the generated class says about itself.</summary>
    public abstract ModelDescription Description { get; }

    /// <summary>A model with weights drawn by its own initialisation.</summary>
    public abstract IModelUnderTest Create(int seed);

    /// <summary>A model with the weights of a file.</summary>
    public abstract IModelUnderTest Load(string path);

    /// <summary>A model with the given weights.</summary>
    public IModelUnderTest Create(TensorSet weights)
    {
        IModelUnderTest model = CreateEmpty();
        TensorLayout.Scatter(weights, Description.Tensors, model.Parameters);
        return model;
    }

    /// <summary>How many rows of outputs a sequence gets.</summary>
    public int RowsFor(int steps) => Shape.HasOneOutput ? 1 : steps;

    public override string ToString() => Name;

    protected abstract IModelUnderTest CreateEmpty();
}
