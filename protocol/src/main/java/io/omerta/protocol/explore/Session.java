package io.omerta.protocol.explore;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.ValueList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of the session that is explored. Identities are numbers, in the order of roles as declared. */
final class Session {
    /** Members a session may have; more could not be explored, and calls are bits of a word. */
    static final int MEMBERS_MAX = 64;

    /** The identity of another session, for messages from it. */
    static final Hash OTHER_ID = Hash.of(
            ByteBuffer.allocate(Hash.BYTES).putLong(Hash.BYTES - Long.BYTES, 1).array());

    /** In which {@code HASH} hashes. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    private final List<Member> members = new ArrayList<>();
    private final Map<PeerId, Member> byPeer = new LinkedHashMap<>();
    private final Map<String, List<Member>> byRole = new LinkedHashMap<>();
    private final Hash id;

    /** @throws IllegalArgumentException if a role does not exist or there are too many or too few members */
    Session(
            TransactionSpec transaction,
            Map<String, Integer> instances,
            Map<String, Integer> byzantine,
            SymbolicTerms terms) {
        for (MachineSpec machine : transaction.machines()) {
            byRole.put(machine.model().name(), new ArrayList<>());
        }
        instances.forEach((role, count) -> require(role, count >= 0, "at least 0 instances, not " + count));
        byzantine.forEach((role, count) -> {
            int all = instances.getOrDefault(role, 1);
            require(role, count >= 0 && count <= all, "0 to " + all + " byzantine instances, not " + count);
        });
        for (MachineSpec machine : transaction.machines()) {
            String role = machine.model().name();
            int count = instances.getOrDefault(role, 1);
            int honest = count - byzantine.getOrDefault(role, 0);
            for (int i = 0; i < count; i++) {
                add(machine, count == 1 ? role : role + "[" + (i + 1) + "]", i >= honest);
            }
        }
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a session that is explored has at least one member");
        }
        this.id = terms.hash(TUPLE, ValueList.of(members.get(0).peer(), terms.usualBytes()));
    }

    /** The session's identity: {@code HASH(peer_id, salt)} of the first member with the usual bytes as salt. */
    Hash id() {
        return id;
    }

    private void require(String role, boolean allowed, String what) {
        if (!byRole.containsKey(role)) {
            List<String> near = Spelling.suggest(role, byRole.keySet());
            throw new IllegalArgumentException("there is no role " + role
                    + (near.isEmpty()
                            ? "; there are " + String.join(", ", byRole.keySet())
                            : "; did you mean " + String.join(" or ", near) + "?"));
        }
        if (!allowed) {
            throw new IllegalArgumentException("role " + role + " may have " + what);
        }
    }

    private void add(MachineSpec machine, String name, boolean byzantine) {
        if (members.size() == MEMBERS_MAX) {
            throw new IllegalArgumentException("a session that is explored has at most " + MEMBERS_MAX + " members");
        }
        byte[] bytes = new byte[PeerId.BYTES];
        bytes[PeerId.BYTES - 1] = (byte) (members.size() + 1);
        Member member = new Member(members.size(), name, PeerId.of(bytes), machine, byzantine);
        members.add(member);
        byPeer.put(member.peer(), member);
        byRole.computeIfAbsent(member.role(), role -> new ArrayList<>()).add(member);
    }

    List<Member> members() {
        return members;
    }

    /** The members of a role, none if there is no such role. */
    List<Member> members(String role) {
        return byRole.getOrDefault(role, List.of());
    }

    List<String> roles() {
        return List.copyOf(byRole.keySet());
    }

    @Nullable
    Member member(PeerId peer) {
        return byPeer.get(peer);
    }

    @Nullable
    Member member(String name) {
        for (Member member : members) {
            if (member.name().equals(name)) {
                return member;
            }
        }
        return null;
    }

    /** The role that a variable or parameter names by its own name: {@code provider}, {@code witnesses}; or null. */
    @Nullable
    String roleCalled(String name) {
        for (String role : byRole.keySet()) {
            if (name.equalsIgnoreCase(role)
                    || name.equalsIgnoreCase(role + "s")
                    || name.equalsIgnoreCase(role + "es")) {
                return role;
            }
        }
        return null;
    }
}
