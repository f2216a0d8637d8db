namespace RnnGen;

/// <summary>What the two columns of a TSV file are.</summary>
public enum TsvColumns
{
    /// <summary>The label first, then the text.</summary>
    LabelText,

    /// <summary>The text first, then the label.</summary>
    TextLabel,
}
