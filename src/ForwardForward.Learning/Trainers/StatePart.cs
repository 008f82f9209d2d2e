using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Trainers;

/// <summary>One named matrix of a trainer's state: how to read it and how to set it, row-major.</summary>
/// <param name="Name">Name in the state.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="CopyTo">Writes the present values.</param>
/// <param name="CopyFrom">Takes other values.</param>
public sealed record StatePart(string Name, int Rows, int Columns, Action<Matrix> CopyTo, Action<Matrix> CopyFrom)
{
    /// <summary>The part that a weight matrix is, <c>[inputs, outputs]</c>.</summary>
    public static StatePart Of(string name, WeightMatrix weights) => new(
        name, weights.Inputs, weights.Outputs, values => weights.CopyTo(values), values => weights.CopyFrom(values));

    /// <summary>The part that the weights of a hidden layer are, <c>[weight rows, weight columns]</c>.</summary>
    public static StatePart Of(string name, IHiddenLayer layer) => new(
        name, layer.WeightRows, layer.WeightColumns, values => layer.GetWeights(values), values => layer.SetWeights(values));

    /// <summary>The part that a row of values is, <c>[1, length]</c>.</summary>
    public static StatePart Of(string name, float[] row) => new(
        name, 1, row.Length, values => row.CopyTo(values.Values), values => values.Values.CopyTo(row));

    /// <summary>Adds a copy of the present values to a state.</summary>
    public void Capture(TrainerState state)
    {
        using var values = new Matrix(Rows, Columns);
        CopyTo(values);
        state.Matrices.Add(Name, new StateMatrix(Rows, Columns, values.Values.ToArray()));
    }

    /// <summary>Makes sure that a state has this part in the right shape.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    public void Check(TrainerState state)
    {
        if (!state.Matrices.TryGetValue(Name, out var matrix))
        {
            throw new ArgumentException($"The state has no matrix '{Name}'.", nameof(state));
        }

        if (matrix.Rows != Rows || matrix.Columns != Columns || matrix.Values.Length != Rows * Columns)
        {
            throw new ArgumentException(
                $"The state's matrix '{Name}' is [{matrix.Rows}, {matrix.Columns}] with {matrix.Values.Length} values; it must be [{Rows}, {Columns}].",
                nameof(state));
        }
    }

    /// <summary>Takes this part from a state that was checked.</summary>
    public void Restore(TrainerState state)
    {
        using var values = new Matrix(Rows, Columns);
        state.Matrices[Name].Values.CopyTo(values.Values);
        CopyFrom(values);
    }
}
