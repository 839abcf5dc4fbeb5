package io.omerta.sim.network.session.check;

/**
 * Every machine ends within the sum of its timeouts, whatever is lost (liveness by timeout alone). A machine whose session
 * runs waits for its settlement: for as long as that can take, and for ever where nothing is settled.
 */
public final class EndsInTime implements SessionCheck {
    private final SessionBounds bounds;
    private final Findings findings = new Findings();

    public EndsInTime(SessionBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public String id() {
        return "ends-in-time";
    }

    @Override
    public String statement() {
        return "every machine ends within the sum of its timeouts";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void ended(SessionBook book) {
        var overdue = book.overdue(this::boundNanos);
        for (SessionBook.Entry entry : book.open()) {
            findings.expect(
                    !overdue.contains(entry),
                    book.nowNanos(),
                    () -> "node " + entry.node() + ", " + entry.key() + " is still in "
                            + entry.configuration().state().name());
        }
    }

    private long boundNanos(SessionBook.Entry entry) {
        boolean isInSession =
                entry.configuration().state().idle() || Variables.isTrue(entry.configuration(), "in_session");
        return isInSession ? bounds.settledNanos() : bounds.nanos(entry.key());
    }

    @Override
    public void stepped(SessionStep step) {
        if (step.configuration().state().terminal()) {
            findings.expect(true, step.timeNanos(), () -> "");
        }
    }
}
