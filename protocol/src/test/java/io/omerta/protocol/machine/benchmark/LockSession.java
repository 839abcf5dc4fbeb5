package io.omerta.protocol.machine.benchmark;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.envelope.Admission;
import io.omerta.protocol.envelope.ReplayWindow;
import io.omerta.protocol.envelope.Sealing;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** One session: twelve machines whose messages travel as bytes, first in first out, without delay or loss. */
final class LockSession {
    private static final Value BALANCE = new Value.Int(1_000);

    private record Letter(int to, byte[] bytes) {}

    private final QuorumLock lock;
    private final Hash session;
    private final Member[] members = new Member[QuorumLock.PEERS];
    private final Queue<Letter> network = new ArrayDeque<>();
    private int delivered;
    private int refused;

    LockSession(QuorumLock lock, long number) {
        this.lock = lock;
        this.session = Hash.of(ByteBuffer.allocate(Hash.BYTES).putLong(number).array());
        for (int place = 0; place < members.length; place++) {
            members[place] = new Member(place);
        }
    }

    /** Runs to the end. How many messages were delivered. */
    int run() {
        for (Member member : members) {
            member.take(new MachineInput.Start());
        }
        members[1].take(new MachineInput.Triggered("offer", List.of(lock.witnesses)));
        members[0].take(
                new MachineInput.Triggered("lock", List.of(lock.peers.get(1), lock.witnesses, new Value.Int(250))));
        for (Letter letter = network.poll(); letter != null; letter = network.poll()) {
            members[letter.to()].receive(letter.bytes());
            delivered++;
        }
        return delivered;
    }

    List<String> states() {
        List<String> states = new ArrayList<>();
        for (Member member : members) {
            states.add(member.configuration.state().name());
        }
        return states;
    }

    int refused() {
        return refused;
    }

    private final class Member implements Surroundings {
        private final PeerId self;
        private final MachineSpec machine;
        private final Admission admission;
        private final Signer signer;
        private final Sealing sealing;
        private Configuration configuration;
        private ReplayWindow window = ReplayWindow.EMPTY;
        private long sequence;

        Member(int place) {
            self = lock.peers.get(place);
            machine = lock.machines.get(place);
            admission = lock.admissions.get(place);
            signer = lock.signers.get(place);
            sealing = new Sealing(lock.spec.model().id(), session, lock.hasher, signer);
            configuration = machine.initial();
        }

        void receive(byte[] bytes) {
            if (admission.admit(self, session, window, bytes) instanceof Admission.Verdict.Admitted admitted) {
                window = admitted.window();
                take(admitted.input());
            } else {
                refused++;
            }
        }

        void take(MachineInput input) {
            Outcome outcome = machine.step(configuration, input, this);
            configuration = outcome.next();
            for (MachineEffect effect : outcome.effects()) {
                if (effect instanceof MachineEffect.Send send) {
                    int to = lock.places.get(send.to());
                    network.add(new Letter(to, sealing.seal(send, QuorumLock.role(to), sequence++)));
                }
            }
        }

        @Override
        public PeerId self() {
            return self;
        }

        @Override
        public Hash session() {
            return session;
        }

        @Override
        public long nowMillis() {
            return delivered;
        }

        @Override
        public ByteString randomBytes(int count) {
            return ByteString.of(new byte[count]);
        }

        @Override
        public Hash hash(HashDomain domain, Value value) {
            return lock.hasher.hash(domain, value);
        }

        @Override
        public Signature sign(Hash hash) {
            return signer.sign(hash);
        }

        @Override
        public boolean verify(PeerId peer, Hash hash, Signature signature) {
            return lock.verifier.verify(peer, hash, signature);
        }

        @Override
        public Value ask(Builtin builtin, List<Value> arguments) {
            return BALANCE;
        }

        @Override
        public Value call(NativeModel function, List<Value> arguments) {
            return Value.Absent.INSTANCE;
        }
    }
}
