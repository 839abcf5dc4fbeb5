package io.omerta.sim.network.overlay;

/** Everyone is everyone's neighbour; computed, because the list would grow with the square of the nodes. */
record CompleteOverlay(int nodes) implements Overlay {
    @Override
    public long links() {
        return (long) nodes * (nodes - 1) / 2;
    }

    @Override
    public int degree(int node) {
        return nodes - 1;
    }

    @Override
    public int neighbour(int node, int i) {
        return i < node ? i : i + 1;
    }

    @Override
    public int components() {
        return 1;
    }
}
