package io.omerta.protocol.explore;

import io.omerta.protocol.language.document.MermaidText;
import java.util.List;

/** A run as a Mermaid sequence chart. */
final class SequenceChart {
    private final StringBuilder out = new StringBuilder("sequenceDiagram\n");

    private SequenceChart(List<Member> members) {
        for (Member member : members) {
            line("participant m" + member.place() + " as " + MermaidText.label(member.name()));
        }
    }

    static String of(List<Member> members, Runs.Run run) {
        SequenceChart chart = new SequenceChart(members);
        SystemState before = null;
        for (Successor step : run.steps()) {
            chart.draw(step.move());
            if (before != null) {
                chart.drawChange(before, step.next(), step.move().member());
            }
            before = step.next();
        }
        Violation violation = run.violation();
        if (violation != null && !members.isEmpty()) {
            chart.line("Note over m0,m" + (members.size() - 1) + ": "
                    + MermaidText.label(violation.property() + " violated: " + violation.detail()));
        }
        return chart.out.toString();
    }

    private void draw(Move move) {
        if (move instanceof Move.Deliver deliver) {
            arrow(deliver.letter(), "->>", "");
        } else if (move instanceof Move.Lose lose) {
            arrow(lose.letter(), "-x", " is lost");
        } else if (move instanceof Move.Repeat repeat) {
            note(repeat.letter().from(), repeat.letter().message().name() + " is repeated");
        } else if (move instanceof Move.Lie lie) {
            note(
                    lie.letter().from(),
                    "lies with " + lie.letter().message().name() + " to "
                            + lie.letter().to());
        } else if (move instanceof Move.Expire expire) {
            note(
                    expire.member(),
                    "timeout " + MoveText.timer(expire.member().machine().model(), expire.timer()));
        } else if (move instanceof Move.Make make) {
            note(make.member(), make.call().text());
        } else if (move instanceof Move.Interrupted interrupted) {
            draw(interrupted.input());
            note(
                    move.member(),
                    "crashes after " + interrupted.sent() + " of " + interrupted.of() + " messages, and restarts");
        } else if (move instanceof Move.Crash crash) {
            note(crash.member(), "crashes and restarts");
        }
    }

    private void arrow(Letter letter, String arrow, String fate) {
        line("m" + letter.from().place() + arrow + "m" + letter.to().place() + ": "
                + MermaidText.label(letter.message().name() + fate));
    }

    private void drawChange(SystemState before, SystemState after, Member member) {
        String was = before.actors[member.place()].state().name();
        String is = after.actors[member.place()].state().name();
        if (!was.equals(is)) {
            note(member, is);
        }
    }

    private void note(Member member, String text) {
        line("Note over m" + member.place() + ": " + MermaidText.label(text));
    }

    private void line(String text) {
        out.append("    ").append(text).append('\n');
    }
}
