using System;
using System.Linq;

namespace RnnGen.Tests.Training;

/// <summary>What a plain model should answer, by the equations in double precision: from its parameters by their names, and from input as the user gives it.</summary>
internal static class PlainOracle
{
    /// <summary>The logits, or a regressor's outputs: a row after every step, or a single one after the last.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="inputs">The vector of every step: standardised features, or one-hot tokens.</param>
    public static double[][] Outputs(ModelDescription description, ReadOnlySpan<double> parameters, double[][] inputs)
    {
        TensorInfo u = Tensor(description, "rnn.weight_ih_l0"), w = Tensor(description, "rnn.weight_hh_l0"), b = Tensor(description, "rnn.bias_ih_l0");
        TensorInfo v = Tensor(description, "fc.weight"), c = Tensor(description, "fc.bias");
        double[] state = new double[description.HiddenSize];
        double[][] outputs = new double[inputs.Length][];
        for (int t = 0; t < inputs.Length; t++)
        {
            double[] next = new double[state.Length];
            for (int i = 0; i < next.Length; i++)
            {
                double sum = parameters[b.IndexOf(i, 0)];
                for (int j = 0; j < inputs[t].Length; j++)
                {
                    sum += parameters[u.IndexOf(i, j)] * inputs[t][j];
                }

                for (int j = 0; j < state.Length; j++)
                {
                    sum += parameters[w.IndexOf(i, j)] * state[j];
                }

                next[i] = Math.Tanh(sum);
            }

            state = next;
            outputs[t] = new double[description.OutputSize];
            for (int k = 0; k < outputs[t].Length; k++)
            {
                outputs[t][k] = parameters[c.IndexOf(k, 0)];
                for (int j = 0; j < state.Length; j++)
                {
                    outputs[t][k] += parameters[v.IndexOf(k, j)] * state[j];
                }
            }
        }

        return description.HasOutputEveryStep ? outputs : [outputs[^1]];
    }

    /// <summary>The mean over the steps that have a target of the cross-entropy, or of the mean squared error over the outputs.</summary>
    public static double Loss(double[][] outputs, int[] targets, float[] values)
    {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < outputs.Length; row++)
        {
            double[] y = outputs[row];
            if (values.Length > 0 && !float.IsNaN(values[row * y.Length]))
            {
                sum += y.Select((output, k) => Math.Pow(output - values[(row * y.Length) + k], 2)).Average();
                count++;
            }
            else if (targets.Length > 0 && targets[row] >= 0)
            {
                sum += Math.Log(y.Sum(Math.Exp)) - y[targets[row]];
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>(x - mean) / deviation, row by row.</summary>
    public static double[][] Standardize(FeatureStandardization standardization, ReadOnlySpan<float> features)
    {
        int count = standardization.FeatureCount;
        double[][] rows = new double[features.Length / count][];
        for (int t = 0; t < rows.Length; t++)
        {
            rows[t] = new double[count];
            for (int f = 0; f < count; f++)
            {
                rows[t][f] = ((double)features[(t * count) + f] - standardization.Mean[f]) / standardization.StandardDeviation[f];
            }
        }

        return rows;
    }

    public static double[][] OneHot(ReadOnlySpan<int> tokens, int vocabulary)
    {
        double[][] rows = new double[tokens.Length][];
        for (int t = 0; t < rows.Length; t++)
        {
            rows[t] = new double[vocabulary];
            rows[t][tokens[t]] = 1;
        }

        return rows;
    }

    /// <summary>A sequence of a data set as the network should see it.</summary>
    public static double[][] InputsOf<TModel>(TModel model, SequenceDataset dataset, int index)
        where TModel : class, IRecurrentModel<TModel> =>
        dataset.FeatureCount > 0
            ? Standardize(model.Standardization!, dataset.FeaturesOf(index))
            : OneHot(dataset.InputsOf(index), TModel.Description.VocabularySize);

    /// <summary>The loss of one sequence, by parameters of its own: those of the model, or near them.</summary>
    public static double LossOf<TModel>(TModel model, ReadOnlySpan<double> parameters, SequenceDataset dataset, int index)
        where TModel : class, IRecurrentModel<TModel>
    {
        double[][] outputs = Outputs(TModel.Description, parameters, InputsOf(model, dataset, index));
        return dataset.TargetSize > 0 ? Loss(outputs, [], dataset.TargetValuesOf(index).ToArray()) : Loss(outputs, dataset.TargetsOf(index).ToArray(), []);
    }

    private static TensorInfo Tensor(ModelDescription description, string name) => description.Tensors.Single(tensor => tensor.Name == name);
}
