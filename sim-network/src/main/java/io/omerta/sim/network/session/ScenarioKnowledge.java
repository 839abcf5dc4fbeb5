package io.omerta.sim.network.session;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.PeerView;
import io.omerta.protocol.transaction.PeerKnowledge;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What every node has learnt of the others before the run: their chains as they were then, and nothing since. What is newer
 * a witness has to ask for.
 */
final class ScenarioKnowledge implements PeerKnowledge {
    private final SessionPopulation population;

    ScenarioKnowledge(SessionPopulation population) {
        this.population = population;
    }

    private Optional<Chain> chain(PeerId peer) {
        OptionalInt node = population.address(peer);
        return node.isEmpty() ? Optional.empty() : Optional.of(population.chain(node.getAsInt()));
    }

    @Override
    public Optional<PeerView> view(PeerId peer) {
        return chain(peer)
                .map(chain -> new PeerView(
                        chain.head().signedHeader(population.identities().hasher()),
                        chain.checkpoint(),
                        population.bornMillis(),
                        SessionPopulation.EPOCH_MILLIS,
                        false));
    }

    @Override
    public OptionalLong balanceMicros(PeerId peer) {
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong trustMilli(PeerId peer) {
        return OptionalLong.empty();
    }

    @Override
    public Optional<ChainSegment> chainUpTo(PeerId owner, Hash head) {
        return chain(owner)
                .filter(chain -> chain.checkpoint().hash().equals(head))
                .map(chain -> chain.page(chain.firstHeight(), chain.height()));
    }
}
