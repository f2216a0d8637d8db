using System;

namespace RnnGen.Tests.Generation;

public class SamplingOptionsTests
{
    [Fact]
    public void Unless_set_the_distribution_is_sampled_as_it_stands()
    {
        var options = new SamplingOptions();
        Assert.Equal((1f, 0, 1f, 0L, true, false), (options.Temperature, options.TopK, options.TopP, options.Seed, options.StopAtEnd, options.FromStart));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_temperature_out_of_range_is_refused(float value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SamplingOptions { Temperature = value });

    [Fact]
    public void A_negative_top_k_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SamplingOptions { TopK = -1 });

    [Theory]
    [InlineData(0f)]
    [InlineData(-0.5f)]
    [InlineData(1.01f)]
    [InlineData(float.NaN)]
    public void A_top_p_out_of_range_is_refused(float value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SamplingOptions { TopP = value });
}
