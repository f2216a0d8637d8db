using System;
using System.Linq;

namespace RnnGen.Tests.Preprocessing;

public class LabelSetTests
{
    [Fact]
    public void Ids_follow_the_ordinal_order_of_the_names_and_not_the_data()
    {
        var labels = LabelSet.Build(["pos", "neg", "pos", "Neutral", "é"]);
        Assert.Equal(["Neutral", "neg", "pos", "é"], labels.Names);
        Assert.Equal(labels.Names, LabelSet.Build(["é", "neg", "pos", "Neutral"]).Names);
    }

    [Fact]
    public void Names_and_ids_lead_to_each_other()
    {
        var labels = LabelSet.FromNames(["z", "a", "m"]);
        Assert.Equal(3, labels.Count);
        Assert.Equal([0, 1, 2], labels.Names.Select(labels.IdOf));
        Assert.Equal(["z", "a", "m"], Enumerable.Range(0, 3).Select(labels.NameOf));
        Assert.True(labels.TryGetId("m", out int id));
        Assert.Equal(2, id);
    }

    [Fact]
    public void An_unknown_label_is_named_with_the_known_ones()
    {
        var labels = LabelSet.FromNames(["neg", "pos"]);
        Assert.False(labels.TryGetId("NEG", out int id));
        Assert.Equal(-1, id);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => labels.IdOf("NEG"));
        Assert.Contains("\"NEG\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("neg, pos", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_out_of_range_are_refused()
    {
        var labels = LabelSet.FromNames(["neg", "pos"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => labels.NameOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => labels.NameOf(2));
    }

    [Fact]
    public void Sets_that_are_empty_or_hold_a_name_twice_are_refused()
    {
        Assert.Throws<ArgumentException>("names", () => LabelSet.FromNames([]));
        Assert.Throws<ArgumentException>("labels", () => LabelSet.Build([]));
        Assert.Throws<ArgumentException>("names", () => LabelSet.FromNames(["a", "a"]));
    }

    [Fact]
    public void What_is_no_name_is_refused_by_the_place_that_the_caller_knows()
    {
        foreach ((string? label, string flaw) in new[] { (null, "is null or empty"), ("", "is null or empty"), ("a\uDC00", "has an unpaired surrogate") })
        {
            // Sorted, it would come before the others.
            ArgumentException built = Assert.Throws<ArgumentException>("labels", () => LabelSet.Build(["pos", "neg", "pos", label!]));
            Assert.StartsWith($"Label 3 {flaw}", built.Message, StringComparison.Ordinal);
            ArgumentException named = Assert.Throws<ArgumentException>("names", () => LabelSet.FromNames(["pos", label!]));
            Assert.StartsWith($"The name of label 1 {flaw}", named.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Many_labels_are_shown_by_the_first_of_them()
    {
        var labels = LabelSet.FromNames(Enumerable.Range(100, 50).Select(i => $"L{i}"));
        Assert.StartsWith("50 labels: L100, L101", labels.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("L119, …", labels.ToString(), StringComparison.Ordinal);
    }
}
