using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Tests;

/// <summary>What the n-gram baselines are measured on.</summary>
public class GenerationDataTests
{
    private static readonly Vocabulary Letters = Vocabulary.FromTokens(["a", "b"], Tokenizer.Characters);

    [Fact]
    public void What_the_model_does_not_know_is_one_token_to_the_baselines_too()
    {
        var running = new GenerationData(["ab"], ["axy😀b"], IsRunning: true);

        Assert.Equal("\u0004\u0003\u0003\u0003\u0005", running.Flatten(running.Development, Letters));
        Assert.Equal(1, running.TokensGiven);
    }

    [Fact]
    public void A_text_that_stands_by_itself_has_an_end_and_all_of_it_is_predicted()
    {
        var separate = new GenerationData(["ab", "b"], ["a"], IsRunning: false);

        Assert.Equal("\u0004\u0005\u0002\u0005\u0002", separate.Flatten(separate.Training, Letters));
        Assert.Equal(0, separate.TokensGiven);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("😀")]
    public void One_character_is_not_enough(string text)
    {
        _ = Assert.Throws<UserErrorException>(new GenerationData([text], ["ab"], IsRunning: true).Check);
        _ = Assert.Throws<UserErrorException>(new GenerationData(["ab"], [text], IsRunning: true).Check);
    }
}
