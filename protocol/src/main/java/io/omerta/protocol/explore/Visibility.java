package io.omerta.protocol.explore;

import io.omerta.protocol.machine.PropertySpec;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.StructuralHash;
import io.omerta.protocol.wire.Text;

/**
 * What of a member is visible to invariants that speak of several members at once. Of invariants that speak of each member
 * by itself nothing need be visible: no order of what different members do changes the states that each goes through.
 */
final class Visibility {
    /** Place of the first variable in a view: before it are the state and the identity, which does not change. */
    private static final int FIRST_VARIABLE = 2;

    private final PropertyScope scope;
    private final StructuralHash hash = new StructuralHash();

    Visibility(TransactionSpec transaction) {
        this.scope = new PropertyScope(transaction.model().actors());
        for (PropertySpec property : transaction.properties()) {
            if (property.model().deadline() == null
                    && PropertyScope.subject(property.model().condition()) == null) {
                scope.add(property.model().condition());
            }
        }
    }

    /** Equal for states of a member that no invariant of several members tells apart. */
    Fingerprint of(ActorState actor) {
        Fingerprint visible = actor.visible;
        if (visible == null) {
            visible = actor.member.byzantine() ? new Fingerprint(0, 0) : see(actor);
            actor.visible = visible;
        }
        return visible;
    }

    private Fingerprint see(ActorState actor) {
        PropertyScope.Reads reads = scope.of(actor.member.role());
        if (reads.isOfEverything()) {
            return actor.configuration.fingerprint();
        }
        hash.clear();
        if (reads.tells(actor.state().name())) {
            hash.add(new Text(actor.state().name()));
        }
        for (int field : reads.fields()) {
            if (field >= FIRST_VARIABLE) {
                hash.add(actor.configuration.variable(field - FIRST_VARIABLE));
            }
        }
        return new Fingerprint(hash.high(), hash.low());
    }
}
