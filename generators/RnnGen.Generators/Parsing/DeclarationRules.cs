using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace RnnGen.Generators.Parsing;

/// <summary>The one place that decides whether a declaration is valid, for the generator and the analyzer alike.</summary>
internal static class DeclarationRules
{
    /// <summary>Every rule that a declaration breaks, found one by one as the caller asks.</summary>
    public static IEnumerable<Violation> FindViolations(ModelDeclaration declaration, CancellationToken cancellationToken)
    {
        IEnumerable<Violation>[] ofAttribute =
        [
            ConsumerRules.Check(declaration),
            SizeRules.Check(declaration),
            InputRules.Check(declaration),
            CellRules.Check(declaration),
            PoolingRules.Check(declaration),
            DropoutRules.Check(declaration),
        ];
        foreach (Violation violation in InTurn(ofAttribute, cancellationToken))
        {
            yield return violation;
        }

        bool canHoldMembers = true;
        foreach (Violation violation in InTurn([ClassRules.Check(declaration)], cancellationToken))
        {
            canHoldMembers = false;
            yield return violation;
        }

        // What is wrong with the members of a record, or of a static class, follows from what is wrong with the class.
        if (canHoldMembers)
        {
            foreach (Violation violation in InTurn([BaseClassRules.Check(declaration), MemberRules.Check(declaration)], cancellationToken))
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<Violation> InTurn(IEnumerable<Violation>[] rules, CancellationToken cancellationToken) => rules.SelectMany(violations =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        return violations;
    });
}
