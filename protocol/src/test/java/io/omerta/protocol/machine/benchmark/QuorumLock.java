package io.omerta.protocol.machine.benchmark;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.envelope.Admission;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A lock of funds by witnesses, {@code quorum-lock.omt}, with its twelve peers: consumer 0, provider 1, ten witnesses. What
 * all sessions share.
 */
final class QuorumLock {
    static final int PEERS = 12;

    final TransactionSpec spec = TransactionSpec.compile(model());
    final Hasher hasher = new SimulatedHasher();
    final SimulatedIdentities identities = new SimulatedIdentities(1);
    final Verifier verifier = identities.verifier();
    final List<PeerId> peers = new ArrayList<>();
    final Map<PeerId, Integer> places = new LinkedHashMap<>();
    final List<Signer> signers = new ArrayList<>();
    final List<MachineSpec> machines = new ArrayList<>();
    final List<Admission> admissions = new ArrayList<>();
    final Value witnesses;

    QuorumLock() {
        for (int place = 0; place < PEERS; place++) {
            signers.add(identities.signer(place));
            peers.add(signers.get(place).peerId());
            machines.add(spec.machine(role(place)));
            places.put(peers.get(place), place);
            admissions.add(new Admission(spec, role(place), hasher, verifier));
        }
        witnesses = ValueList.of(peers.subList(2, PEERS));
    }

    static String role(int place) {
        return place == 0 ? "Consumer" : place == 1 ? "Provider" : "Witness";
    }

    private static ProtocolModel model() {
        try (InputStream text = Objects.requireNonNull(QuorumLock.class.getResourceAsStream("quorum-lock.omt"))) {
            String protocol = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return Checker.check(Source.of("quorum-lock.omt", protocol), ImportSource.none())
                    .requireModel();
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
