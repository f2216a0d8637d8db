using System.Threading.Tasks;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

public sealed class CellRuleTests
{
    [Theory]
    [InlineData("(RnnGen.Nonlinearity)2", "2")]
    [InlineData("(RnnGen.Nonlinearity)(-1)", "-1")]
    public Task A_nonlinearity_that_does_not_exist_is_refused(string value, string number) => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, {{|RNNGEN010:Nonlinearity = {value}|}})] partial class Model;",
        $"Nonlinearity of 'Model' is {number}, which names none; write Tanh or Relu");

    [Theory]
    [InlineData("RnnGen.Nonlinearity.Tanh")]
    [InlineData("RnnGen.Nonlinearity.Relu")]
    [InlineData("(RnnGen.Nonlinearity)1")]
    public Task A_nonlinearity_that_exists_is_valid(string value) => DeclarationCheck.IsValid(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, Nonlinearity = {value})] partial class Model;");

    [Theory]
    [InlineData("(RnnGen.CellKind)3", "3")]
    [InlineData("(RnnGen.CellKind)(-1)", "-1")]
    [InlineData("(RnnGen.CellKind)int.MaxValue", "2,147,483,647")]
    public Task A_cell_that_does_not_exist_is_refused(string value, string number) => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, {{|RNNGEN020:Cell = {value}|}})] partial class Model;",
        $"Cell of 'Model' is {number}, which names none; write Elman, Gru or Lstm");

    [Theory]
    [InlineData("RnnGen.CellKind.Elman")]
    [InlineData("RnnGen.CellKind.Gru")]
    [InlineData("RnnGen.CellKind.Lstm")]
    [InlineData("(RnnGen.CellKind)2")]
    public Task A_cell_that_exists_is_valid(string value) => DeclarationCheck.IsValid(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, Cell = {value})] partial class Model;");

    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 9, Classes = 2, ", "Gru")]
    [InlineData("SequenceLabeler(Vocabulary = 9, Labels = 2, ", "Lstm")]
    [InlineData("SequenceGenerator(Vocabulary = 9, ", "Lstm")]
    public Task A_nonlinearity_for_a_cell_that_has_none_to_choose_is_refused(string attribute, string cell) => DeclarationCheck.IsRefused(
        $"using RnnGen; [{attribute}Hidden = 8, SequenceLength = 8, {{|RNNGEN021:Nonlinearity = Nonlinearity.Relu|}}, Cell = CellKind.{cell})] partial class Model;",
        $"The cell of 'Model' is {cell}, and only an Elman cell has a nonlinearity to choose; remove 'Nonlinearity = Relu' or the cell");

    [Theory]
    [InlineData("Cell = CellKind.Gru, Nonlinearity = Nonlinearity.Tanh")]
    [InlineData("Cell = CellKind.Lstm, Nonlinearity = Nonlinearity.Tanh")]
    [InlineData("Cell = CellKind.Elman, Nonlinearity = Nonlinearity.Relu")]
    public Task The_nonlinearity_that_a_cell_has_anyway_may_be_written(string arguments) => DeclarationCheck.IsValid(
        $"using RnnGen; [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, {arguments})] partial class Model;");

    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 9, Classes = 2, Cell = CellKind.Lstm, ", "Lstm")]
    [InlineData("SequenceLabeler(Features = 9, Labels = 2, Cell = CellKind.Elman, ", "Elman")]
    [InlineData("SequenceGenerator(Vocabulary = 9, ", "Elman")]
    public Task A_reset_of_a_cell_that_has_none_is_refused(string attribute, string cell) => DeclarationCheck.IsRefused(
        $"using RnnGen; [{attribute}Hidden = 8, SequenceLength = 8, {{|RNNGEN030:ResetBefore = true|}})] partial class Model;",
        $"The cell of 'Model' is {cell}, and only a GRU has a reset that could come before the product; remove 'ResetBefore = true' or write 'Cell = CellKind.Gru'");

    [Theory]
    [InlineData("Cell = CellKind.Gru, ResetBefore = true")]
    [InlineData("Cell = CellKind.Gru, ResetBefore = false")]
    [InlineData("Cell = CellKind.Lstm, ResetBefore = false")]
    public Task A_GRU_may_reset_before_the_product_and_any_cell_may_not(string arguments) => DeclarationCheck.IsValid(
        $"using RnnGen; [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, {arguments})] partial class Model;");

    [Fact]
    public Task A_reset_beside_a_cell_that_does_not_exist_is_left_alone() => DeclarationCheck.IsRefused(
        """
        using RnnGen;
        [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, {|RNNGEN020:Cell = (CellKind)9|}, ResetBefore = true)]
        partial class Model;
        """,
        "Cell of 'Model' is 9, which names none; write Elman, Gru or Lstm");

    [Fact]
    public Task A_nonlinearity_that_does_not_exist_is_not_refused_twice() => DeclarationCheck.IsRefused(
        """
        using RnnGen;
        [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, Cell = CellKind.Gru, {|RNNGEN010:Nonlinearity = (Nonlinearity)2|})]
        partial class Model;
        """,
        "Nonlinearity of 'Model' is 2, which names none; write Tanh or Relu");

    [Fact]
    public Task A_nonlinearity_beside_a_cell_that_does_not_exist_is_left_alone() => DeclarationCheck.IsRefused(
        """
        using RnnGen;
        [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8, {|RNNGEN020:Cell = (CellKind)9|}, Nonlinearity = Nonlinearity.Relu)]
        partial class Model;
        """,
        "Cell of 'Model' is 9, which names none; write Elman, Gru or Lstm");
}
