using System;

namespace RnnGen;

/// <summary>What the declarations of all tasks have in common: what the network reads, its cell, its sizes, and its dropout.</summary>
/// <remarks>
/// Use <see cref="SequenceClassifierAttribute"/>, <see cref="SequenceLabelerAttribute"/>, <see cref="SequenceGeneratorAttribute"/> or
/// <see cref="SequenceRegressorAttribute"/> on a <c>partial class</c>; the generator that ships with this package writes the rest of the class.
/// </remarks>
public abstract class SequenceModelAttribute : Attribute
{
    private protected SequenceModelAttribute()
    {
    }

    /// <summary>How many different tokens there are, the special ones included: 2 to 100,000. Token ids are 0 to <c>Vocabulary - 1</c>.</summary>
    public int Vocabulary { get; set; }

    /// <summary>
    /// How many real numbers a step has in place of a token: 1 to 1024, for sequences of measurements. They are standardised by the mean and
    /// the standard deviation of the training set. Not together with <see cref="Vocabulary"/>, and not for a generator.
    /// </summary>
    public int Features { get; set; }

    /// <summary>How many hidden units the cell has: 1 to 1024.</summary>
    public int Hidden { get; set; }

    /// <summary>The longest sequence in steps: 1 to 4096.</summary>
    public int SequenceLength { get; set; }

    /// <summary>The recurrent cell; <see cref="CellKind.Elman"/> unless said otherwise.</summary>
    public CellKind Cell { get; set; }

    /// <summary>
    /// Whether a GRU's reset is applied to the state before the recurrent product of the candidate, as in the paper that was published (Cho et al.
    /// 2014, arXiv:1406.1078v3; its first version has the other order): n_t = tanh(U_n x_t + W_n (r_t s_{t-1}) + b_n). This is ONNX's GRU with
    /// <c>linear_before_reset = 0</c> and Keras's with <c>reset_after=False</c>. False, the default, applies it after the product, as PyTorch and cuDNN do
    /// (<see cref="CellKind.Gru"/>). Only together with <see cref="CellKind.Gru"/>.
    /// </summary>
    public bool ResetBefore { get; set; }

    /// <summary>The nonlinearity of the Elman cell; <see cref="RnnGen.Nonlinearity.Tanh"/> unless said otherwise.</summary>
    public Nonlinearity Nonlinearity { get; set; }

    /// <summary>How many recurrent layers there are, each reading the states of the one below: 1, unless said otherwise, to 8.</summary>
    public int Layers { get; set; } = 1;

    /// <summary>
    /// Whether every layer also reads the sequence from its end, with a cell of its own. Not for a <see cref="SequenceGeneratorAttribute"/>,
    /// which cannot read what it is to predict. Such a model cannot stream: it has no <c>Step</c>.
    /// </summary>
    public bool Bidirectional { get; set; }

    /// <summary>
    /// How many numbers stand for a token before the first cell reads it: 1 to 1024. 0, the default, is no embedding: each token then has a
    /// row of the cell's input weights to itself, which is the faster and, for small vocabularies, the smaller way.
    /// </summary>
    public int Embedding { get; set; }

    /// <summary>
    /// The probability that training drops a number on its way from the embedding to the first layer, and from a layer to the next: 0, unless said otherwise, up
    /// to but not 1. What is kept is multiplied by 1 / (1 - Dropout). Predictions drop nothing.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>
    /// The probability that training drops a hidden unit on its way from a step to the next, for all steps of a sequence alike (Gal and Ghahramani 2016, "A
    /// theoretically grounded application of dropout in recurrent neural networks"): 0, unless said otherwise, up to but not 1. What is kept is multiplied by
    /// 1 / (1 - RecurrentDropout) where it enters the recurrent product. Predictions drop nothing.
    /// </summary>
    public double RecurrentDropout { get; set; }
}
