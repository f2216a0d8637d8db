namespace RnnGen.Training;

/// <summary>Work that divides into numbered items, any of which may run at the same time.</summary>
internal interface ITeamWork
{
    /// <summary>Does one item.</summary>
    /// <param name="item">0 to the number of items - 1; each is done once.</param>
    void Execute(int item);
}
