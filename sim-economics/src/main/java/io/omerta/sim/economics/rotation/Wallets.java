package io.omerta.sim.economics.rotation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Balances and trust of a few identities that pay one another, with what each pair moved within the window. */
final class Wallets {
    private final TransferRules rules;
    private final int windowDays;
    private final double[] balance;
    private final double[] trust;
    private final double[][] sent;
    private final Deque<Moved>[][] recent;
    private int day;

    private record Moved(int day, double amount) {}

    /**
     * @param balance coins of each identity
     * @param trust of each identity
     * @param windowDays how long a transfer counts towards later ones of the same pair
     */
    Wallets(TransferRules rules, int windowDays, double[] balance, double[] trust) {
        this.rules = rules;
        this.windowDays = windowDays;
        this.balance = balance.clone();
        this.trust = trust.clone();
        sent = new double[balance.length][balance.length];
        recent = queues(balance.length);
    }

    @SuppressWarnings("unchecked")
    private static Deque<Moved>[][] queues(int size) {
        Deque<Moved>[][] queues = new Deque[size][size];
        for (Deque<Moved>[] row : queues) {
            Arrays.setAll(row, receiver -> new ArrayDeque<>());
        }
        return queues;
    }

    void nextDay() {
        day++;
    }

    /** Moves an amount, or all there is if that is less. */
    void transfer(int from, int to, double wanted) {
        double amount = Math.min(wanted, balance[from]);
        double received = amount - rules.burnt(amount, movedLately(from, to), trust[from], trust[to]);
        balance[from] -= amount;
        balance[to] += received;
        sent[from][to] += amount;
        recent[from][to].add(new Moved(day, amount));
        trust[to] = rules.trustAfter(trust[to], trust[from], received, balance[to]);
    }

    private double movedLately(int from, int to) {
        Deque<Moved> moved = recent[from][to];
        while (!moved.isEmpty() && moved.element().day() <= day - windowDays) {
            moved.remove();
        }
        return moved.stream().mapToDouble(Moved::amount).sum();
    }

    double balance(int identity) {
        return balance[identity];
    }

    double trust(int identity) {
        return trust[identity];
    }

    double wealth() {
        return Arrays.stream(balance).sum();
    }

    /** What came back to where it went from, as a part of all that moved; only cycles of two are seen. */
    double circularRatio() {
        double circular = 0;
        double total = 0;
        for (int one = 0; one < sent.length; one++) {
            for (int other = 0; other < one; other++) {
                circular += Math.min(sent[one][other], sent[other][one]);
                total += sent[one][other] + sent[other][one];
            }
        }
        return circular / (total + 1);
    }
}
