using System.Collections.Generic;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>What a gated cell does unit by unit, after the product forward and before it backward.</summary>
internal interface IGates
{
    /// <summary>The forward equations, for the summary.</summary>
    string ForwardText { get; }

    /// <summary>The backward equations, for the summary.</summary>
    string BackwardText { get; }

    /// <summary>The parameters of the method that <see cref="WriteBackward"/> fills.</summary>
    string BackwardParameters { get; }

    /// <summary>Whether a step hands a gradient to the state before it other than through the recurrent weights.</summary>
    bool CarriesGradient { get; }

    /// <summary>
    /// Writes the forward pass of some vectors of units side by side, over the variables <c>cell</c>, <c>previous</c>, <c>next</c> and <c>step</c>. The hidden
    /// state of each is then in the variable <c>s</c> too, with its suffix. <c>previous</c> and <c>next</c> may be the same row.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="vectors">What it computes with, for each vector.</param>
    void WriteForward(SourceWriter writer, IReadOnlyList<GateOperands> vectors);

    /// <summary>Writes the backward pass over the variables of <see cref="BackwardParameters"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="width">The vector width.</param>
    /// <param name="plan">The model.</param>
    void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan);
}
