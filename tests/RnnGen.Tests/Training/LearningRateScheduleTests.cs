using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class LearningRateScheduleTests
{
    [Fact]
    public void Constant_is_one_throughout() =>
        Assert.All([0, 7, 1000], step => Assert.Equal(1, Factor(LearningRateSchedules.Constant, step)));

    [Fact]
    public void Step_decay_multiplies_after_every_so_many_epochs()
    {
        LearningRateSchedule schedule = LearningRateSchedules.StepDecay(everyEpochs: 2, factor: 0.5);
        double[] factors = [.. Enumerable.Range(0, 7).Select(epoch => schedule.FactorAt(new SchedulePosition(epoch * 10, epoch, 70)))];
        Assert.Equal([1, 1, 0.5, 0.5, 0.25, 0.25, 0.125], factors);
    }

    [Fact]
    public void Cosine_falls_in_half_a_wave_to_its_final_share()
    {
        LearningRateSchedule schedule = LearningRateSchedules.Cosine(finalFactor: 0.1);
        for (int step = 0; step <= 100; step++)
        {
            double expected = 0.1 + (0.9 * (1 + Math.Cos(Math.PI * step / 100)) / 2);
            Assert.Equal(expected, Factor(schedule, step), 1e-14);
        }
    }

    [Fact]
    public void Cosine_of_its_own_length_stays_at_its_final_share()
    {
        LearningRateSchedule schedule = LearningRateSchedules.Cosine(finalFactor: 0.25, totalSteps: 10);
        Assert.Equal(0.625, Factor(schedule, 5), 1e-15);
        Assert.Equal(0.25, Factor(schedule, 10));
        Assert.Equal(0.25, Factor(schedule, 99));
    }

    [Fact]
    public void Warm_up_rises_linearly_and_then_hands_over()
    {
        LearningRateSchedule schedule = LearningRateSchedules.WarmUp(4, LearningRateSchedules.Cosine());
        Assert.Equal([0.25, 0.5, 0.75, 1, 1], [.. Enumerable.Range(0, 5).Select(step => Factor(schedule, step))]);
        Assert.Equal(0.5, Factor(schedule, 4 + 48), 1e-15);
        Assert.Equal(0, Factor(schedule, 100));
    }

    [Fact]
    public void A_warm_up_shifts_the_steps_of_what_follows_and_not_its_epochs()
    {
        SchedulePosition? seen = null;
        LearningRateSchedule schedule = LearningRateSchedules.WarmUp(4, new HookedSchedule(position =>
        {
            seen = position;
            return 1;
        }));
        _ = schedule.FactorAt(new SchedulePosition(10, Epoch: 2, TotalSteps: 100));
        Assert.Equal(new SchedulePosition(6, Epoch: 2, TotalSteps: 96), seen);
    }

    [Fact]
    public void A_schedule_says_whether_it_depends_on_the_length_of_the_run()
    {
        Assert.False(LearningRateSchedules.Constant.DependsOnTotalSteps);
        Assert.False(LearningRateSchedules.StepDecay(1, 0.5).DependsOnTotalSteps);
        Assert.False(LearningRateSchedules.Cosine(totalSteps: 10).DependsOnTotalSteps);
        Assert.False(LearningRateSchedules.WarmUp(3).DependsOnTotalSteps);
        Assert.True(LearningRateSchedules.Cosine().DependsOnTotalSteps);
        Assert.True(LearningRateSchedules.WarmUp(3, LearningRateSchedules.Cosine()).DependsOnTotalSteps);

        // What nobody has said of a schedule of one's own.
        Assert.True(new HookedSchedule(_ => 1).DependsOnTotalSteps);
    }

    [Fact]
    public void The_half_wave_is_within_1e_15_of_the_cosine()
    {
        for (int i = 0; i <= 10_000; i++)
        {
            double x = i / 10_000.0;
            Assert.Equal((1 + Math.Cos(Math.PI * x)) / 2, DeterministicMath.CosineHalfWave(x), 1e-15);
        }
    }

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(0.9, 1)]
    [InlineData(0.999, 1000)]
    [InlineData(0.999999, 1_000_000)]
    public void A_power_is_that_of_the_C_library(double x, long exponent)
    {
        // A relative error of 2^-53 doubles with every squaring: at most a million times it here.
        Assert.Equal(1, DeterministicMath.Power(x, exponent) / Math.Pow(x, exponent), 1e-9);
    }

    [Fact]
    public void The_trainer_asks_the_schedule_before_every_step_and_multiplies()
    {
        var positions = new List<SchedulePosition>();
        var schedule = new HookedSchedule(position =>
        {
            positions.Add(position);
            return position.Step + 1;
        });
        SequenceDataset dataset = SampleData.Classification(10, seed: 1);
        var options = new TrainingOptions { Epochs = 2, BatchSize = 4, Optimizer = Optimizers.Sgd(0.1), Schedule = schedule };
        TrainingResult result = Trainer.Fit(
            PlainElmanClassifier.Create(1), dataset, options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            [new(0, 0, 6), new(1, 0, 6), new(2, 0, 6), new(3, 1, 6), new(4, 1, 6), new(5, 1, 6)],
            positions);
        Assert.Equal([0.3, 0.6], result.Epochs.Select(epoch => Math.Round(epoch.LearningRate, 12)));
    }

    [Fact]
    public void Constants_out_of_range_are_refused()
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedules.StepDecay(0, 0.5));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedules.StepDecay(1, 0));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedules.StepDecay(1, 1.1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedules.Cosine(-0.1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedules.Cosine(double.NaN));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedules.Cosine(0, -1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedules.WarmUp(0));
    }

    private static double Factor(LearningRateSchedule schedule, long step) =>
        schedule.FactorAt(new SchedulePosition(step, Epoch: 0, TotalSteps: 100));
}
