package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;

/** Finds the calls that hosts may make. */
final class CallText {
    /** Choices of arguments that are all tried; if there are more, those that differ from the usual one in one place. */
    private static final int CHOICES_MAX = 64;

    private final Session session;
    private final Domains domains;
    private final ValueText values;
    private final List<Call> calls = new ArrayList<>();
    private int bits;
    private boolean cut;

    CallText(Session session, Domains domains, ValueText values) {
        this.session = session;
        this.domains = domains;
        this.values = values;
    }

    /**
     * The calls that people have written, {@code Consumer.lock(Provider, 100)}, each once; if there are none, those of
     * every trigger of every member with arguments of few values, of which one is made.
     *
     * @throws IllegalArgumentException if a text is no call of this session, or there are more than 64
     */
    List<Call> calls(List<String> texts) {
        if (texts.isEmpty()) {
            session.members().forEach(this::all);
        } else {
            texts.forEach(this::read);
        }
        return calls;
    }

    /** Whether not all choices of arguments are tried, so that what is tried favours some members. */
    boolean isCut() {
        return cut;
    }

    private void all(Member member) {
        for (TriggerModel trigger : member.machine().model().triggers()) {
            List<List<Value>> parameters = new ArrayList<>();
            for (VariableModel parameter : trigger.parameters()) {
                parameters.add(domains.of(parameter.name(), parameter.type()));
            }
            cut |= Domains.count(parameters) > CHOICES_MAX;
            long once = nextBit();
            for (List<Value> arguments : Domains.combinations(parameters, CHOICES_MAX)) {
                add(once, member, trigger, arguments);
            }
        }
    }

    private void read(String text) {
        ValueReader reader = new ValueReader(session, domains, text);
        String name = reader.next("the name of a member");
        Member member = session.member(name);
        if (member == null) {
            throw new IllegalArgumentException("\"" + text + "\": there is no " + name + "; the members are "
                    + String.join(
                            ", ", session.members().stream().map(Member::name).toList()));
        }
        reader.expect(".");
        TriggerModel trigger = trigger(text, member, reader.next("the name of a trigger"));
        List<Value> arguments = new ArrayList<>();
        reader.expect("(");
        for (VariableModel parameter : trigger.parameters()) {
            if (!arguments.isEmpty()) {
                reader.expect(",");
            }
            arguments.add(reader.value(parameter.name(), parameter.type()));
        }
        reader.expect(")");
        if (!reader.isAtEnd()) {
            throw new IllegalArgumentException("\"" + text + "\": nothing may follow the last )");
        }
        add(nextBit(), member, trigger, arguments);
    }

    private static TriggerModel trigger(String text, Member member, String name) {
        List<TriggerModel> triggers = member.machine().model().triggers();
        List<String> names = triggers.stream().map(TriggerModel::name).toList();
        int place = names.indexOf(name);
        if (place < 0) {
            List<String> near = Spelling.suggest(name, names);
            throw new IllegalArgumentException("\"" + text + "\": " + member.role() + " has no trigger " + name
                    + (near.isEmpty()
                            ? names.isEmpty() ? "; it has none" : "; it has " + String.join(", ", names)
                            : "; did you mean " + String.join(" or ", near) + "?"));
        }
        return triggers.get(place);
    }

    private long nextBit() {
        if (bits == Long.SIZE) {
            throw new IllegalArgumentException(
                    "there are more than " + Long.SIZE + " calls; name those to explore, or take fewer instances");
        }
        return 1L << bits++;
    }

    private void add(long once, Member member, TriggerModel trigger, List<Value> arguments) {
        calls.add(new Call(
                calls.size(),
                once,
                member,
                new MachineInput.Triggered(trigger.name(), arguments),
                member.name() + "." + trigger.name() + "(" + values.all(arguments) + ")"));
    }
}
