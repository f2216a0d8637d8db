using System;

namespace RnnGen;

/// <summary>Writes one sequence: &lt;SOS&gt;, the ids that fit, &lt;EOS&gt;, then &lt;PAD&gt; up to the end.</summary>
internal ref struct SequenceWriter
{
    private readonly Span<int> _destination;
    private int _length;
    private int _unknown;
    private int _cut;

    public SequenceWriter(Span<int> destination)
    {
        if (destination.Length < 2)
        {
            throw new ArgumentException(
                $"A sequence needs room for <SOS> and <EOS>; the destination has {destination.Length} places.", nameof(destination));
        }

        _destination = destination;
        destination[0] = SpecialTokens.SosId;
        _length = 1;
    }

    public void Add(int id)
    {
        if (_length == _destination.Length - 1)
        {
            _cut++;
            return;
        }

        _destination[_length++] = id;
        _unknown += id == SpecialTokens.UnkId ? 1 : 0;
    }

    public EncodedSequence Finish()
    {
        _destination[_length++] = SpecialTokens.EosId;

        // <PAD> is 0.
        _destination[_length..].Clear();
        return new EncodedSequence(_length, _unknown, _cut);
    }
}
